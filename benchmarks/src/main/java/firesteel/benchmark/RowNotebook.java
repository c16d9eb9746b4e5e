package firesteel.benchmark;

import java.util.function.ToLongFunction;
import org.apache.spark.sql.SparkSession;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * A notebook with jobs whose lambdas read a variable, and with the same jobs whose lambdas captured
 * a local variable.
 */
@State(Scope.Benchmark)
public abstract class RowNotebook {
  private static final String CELL =
      """
      import java.util.stream.*;

      int limit = 90;
      Map<Long, Long> names =
          LongStream.range(0, 100).boxed().collect(Collectors.toMap(n -> n, n -> n * n));

      long filter(SparkSession spark) {
        return spark.range(0, 20_000_000, 1, 2)
            .filter((FilterFunction<Long>) row -> row % 100 < limit).count();
      }

      long lookup(SparkSession spark) {
        return spark.range(0, 10_000_000, 1, 2)
            .map((MapFunction<Long, Long>) row -> names.get(row % 100), Encoders.LONG()).count();
      }

      long loop(SparkSession spark) {
        return spark.range(0, 2, 1, 2).mapPartitions((MapPartitionsFunction<Long, Long>) rows -> {
          long sum = 0;
          for (int i = 0; i < 100_000_000; i++) {
            sum += limit ^ i;
          }
          return List.of(sum).iterator();
        }, Encoders.LONG()).count();
      }

      long filterCaptured(SparkSession spark) {
        int captured = limit;
        return spark.range(0, 20_000_000, 1, 2)
            .filter((FilterFunction<Long>) row -> row % 100 < captured).count();
      }

      long lookupCaptured(SparkSession spark) {
        Map<Long, Long> captured = names;
        return spark.range(0, 10_000_000, 1, 2)
            .map((MapFunction<Long, Long>) row -> captured.get(row % 100), Encoders.LONG()).count();
      }

      long loopCaptured(SparkSession spark) {
        int captured = limit;
        return spark.range(0, 2, 1, 2).mapPartitions((MapPartitionsFunction<Long, Long>) rows -> {
          long sum = 0;
          for (int i = 0; i < 100_000_000; i++) {
            sum += captured ^ i;
          }
          return List.of(sum).iterator();
        }, Encoders.LONG()).count();
      }
      """;

  /** What the lambdas do: compare with a number, look up in a map, or read a number many times. */
  @Param({"filter", "lookup", "loop"})
  public String work;

  private SparkNotebook notebook;
  private SparkSession spark;

  final void open(String master) {
    notebook = new SparkNotebook(master);
    notebook.run(CELL);
    spark = notebook.spark();
  }

  @SuppressWarnings("unchecked")
  final ToLongFunction<SparkSession> job(String method) {
    return notebook.value(
        ToLongFunction.class,
        "(java.util.function.ToLongFunction<SparkSession>) spark -> %s(spark)".formatted(method));
  }

  final long run(ToLongFunction<SparkSession> job, CpuTime time) {
    return time.ofTasks(spark.sparkContext(), () -> job.applyAsLong(spark));
  }

  /** Closes the notebook. */
  @TearDown
  public void close() {
    notebook.close();
  }
}
