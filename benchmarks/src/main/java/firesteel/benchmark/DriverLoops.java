package firesteel.benchmark;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Measures loops over variables in the driver, outside any job. Compiled code also runs beside a
 * notebook, which influences the JIT profiles of the JDK's methods.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 20, batchSize = 100)
@Measurement(iterations = 30, batchSize = 100)
@State(Scope.Benchmark)
public class DriverLoops {
  private static final String CELL =
      """
      int rounds = 200;
      int factor = 3;
      long total = 0;
      long[] numbers = java.util.stream.LongStream.range(0, 1_000).toArray();

      long loop() {
        total = 0;
        for (int round = 0; round < rounds; round++) {
          for (int i = 0; i < numbers.length; i++) {
            total += numbers[i] * factor;
          }
        }
        return total;
      }

      long stream() {
        total = 0;
        for (int round = 0; round < rounds; round++) {
          total += java.util.stream.LongStream.of(numbers).map(n -> n * factor).sum();
        }
        return total;
      }
      """;

  /** The loop to run. */
  @Param({"loop", "stream"})
  public String work;

  /** A notebook in which no job has run. */
  @State(Scope.Benchmark)
  public static class Fresh {
    SparkNotebook notebook;
    LongSupplier loop;

    /** Opens the notebook. */
    @Setup
    public void open(DriverLoops loops) throws Exception {
      notebook = new SparkNotebook("local[2]");
      notebook.run(CELL);
      loop =
          notebook.value(
              LongSupplier.class, "(java.util.function.LongSupplier) () -> " + loops.work + "()");
    }

    /** Closes the notebook. */
    @TearDown
    public void close() {
      notebook.close();
    }
  }

  /** A notebook whose variables jobs have read, one of them while a variable changed. */
  @State(Scope.Benchmark)
  public static class AfterJobs extends Fresh {
    @Override
    @SuppressWarnings("ReturnValueIgnored") // The loop runs once before the jobs.
    public void open(DriverLoops loops) throws Exception {
      super.open(loops);
      loop.getAsLong();
      for (int job = 0; job < 3; job++) {
        notebook.run(
            """
            spark.range(100).filter((FilterFunction<Long>)
                row -> row < factor + total + numbers.length + rounds).count();
            factor = 3;
            """);
      }
      notebook.context().listenerBus().waitUntilEmpty();
    }
  }

  /** Runs the code of cells. */
  @Benchmark
  public long notebook(Fresh notebook, CpuTime time) {
    return time.ofThread(notebook.loop);
  }

  /** Runs the code of cells whose variables jobs have read. */
  @Benchmark
  public long notebookAfterJobs(AfterJobs notebook, CpuTime time) {
    return time.ofThread(notebook.loop);
  }

  /** Runs compiled code with static fields. */
  @Benchmark
  public long compiledStatic(Fresh notebook, CpuTime time) {
    return time.ofThread(work.equals("loop") ? CompiledLoops::loop : CompiledLoops::stream);
  }

  /** Runs compiled code with local variables. */
  @Benchmark
  public long compiledLocal(Fresh notebook, CpuTime time) {
    return time.ofThread(
        work.equals("loop") ? CompiledLoops::localLoop : CompiledLoops::localStream);
  }
}
