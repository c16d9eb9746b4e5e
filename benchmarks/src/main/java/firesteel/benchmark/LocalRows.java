package firesteel.benchmark;

import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import org.apache.spark.sql.SparkSession;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.Warmup;

/** Measures row lambdas in the tasks of {@code local[2]}. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 8)
@Measurement(iterations = 12)
public class LocalRows extends RowNotebook {
  private ToLongFunction<SparkSession> job;
  private ToLongFunction<SparkSession> compiledStatic;
  private ToLongFunction<SparkSession> compiledCaptured;

  /** Opens the notebook. */
  @Setup
  public void open() {
    open("local[2]");
    job = job(work);
    compiledStatic =
        switch (work) {
          case "filter" -> CompiledRows::filterStatic;
          case "lookup" -> CompiledRows::lookupStatic;
          default -> CompiledRows::loopStatic;
        };
    compiledCaptured =
        switch (work) {
          case "filter" -> CompiledRows::filterCaptured;
          case "lookup" -> CompiledRows::lookupCaptured;
          default -> CompiledRows::loopCaptured;
        };
  }

  /** Runs a lambda of a cell that reads a notebook variable. */
  @Benchmark
  public long notebook(CpuTime time) {
    return run(job, time);
  }

  /** Runs a compiled lambda that reads a static field. */
  @Benchmark
  public long compiledStatic(CpuTime time) {
    return run(compiledStatic, time);
  }

  /** Runs a compiled lambda that captured a local variable. */
  @Benchmark
  public long compiledCaptured(CpuTime time) {
    return run(compiledCaptured, time);
  }
}
