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

/** Measures row lambdas in the tasks of an executor. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 8)
@Measurement(iterations = 12)
public class ExecutorRows extends RowNotebook {
  private ToLongFunction<SparkSession> job;
  private ToLongFunction<SparkSession> captured;

  /** Opens the notebook. */
  @Setup
  public void open() {
    open("local-cluster[1,1,1024]");
    job = job(work);
    captured = job(work + "Captured");
  }

  /** Runs a lambda that reads a notebook variable. */
  @Benchmark
  public long notebook(CpuTime time) {
    return run(job, time);
  }

  /** Runs a lambda that captured a local variable. */
  @Benchmark
  public long captured(CpuTime time) {
    return run(captured, time);
  }
}
