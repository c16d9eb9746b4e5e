package firesteel.benchmark;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;

/** The jobs of {@link Rows} as a compiled class. */
final class CompiledRows {
  static int limit = 90;
  static Map<Long, Long> names =
      LongStream.range(0, 100).boxed().collect(Collectors.toMap(n -> n, n -> n * n));

  private CompiledRows() {}

  static long filterStatic(SparkSession spark) {
    return spark
        .range(0, 20_000_000, 1, 2)
        .filter((FilterFunction<Long>) row -> row % 100 < limit)
        .count();
  }

  static long lookupStatic(SparkSession spark) {
    return spark
        .range(0, 10_000_000, 1, 2)
        .map((MapFunction<Long, Long>) row -> names.get(row % 100), Encoders.LONG())
        .count();
  }

  static long loopStatic(SparkSession spark) {
    return spark
        .range(0, 2, 1, 2)
        .mapPartitions(
            (MapPartitionsFunction<Long, Long>)
                rows -> {
                  long sum = 0;
                  for (int i = 0; i < 100_000_000; i++) {
                    sum += limit ^ i;
                  }
                  return List.of(sum).iterator();
                },
            Encoders.LONG())
        .count();
  }

  static long filterCaptured(SparkSession spark) {
    int captured = limit;
    return spark
        .range(0, 20_000_000, 1, 2)
        .filter((FilterFunction<Long>) row -> row % 100 < captured)
        .count();
  }

  static long lookupCaptured(SparkSession spark) {
    Map<Long, Long> captured = names;
    return spark
        .range(0, 10_000_000, 1, 2)
        .map((MapFunction<Long, Long>) row -> captured.get(row % 100), Encoders.LONG())
        .count();
  }

  static long loopCaptured(SparkSession spark) {
    int captured = limit;
    return spark
        .range(0, 2, 1, 2)
        .mapPartitions(
            (MapPartitionsFunction<Long, Long>)
                rows -> {
                  long sum = 0;
                  for (int i = 0; i < 100_000_000; i++) {
                    sum += captured ^ i;
                  }
                  return List.of(sum).iterator();
                },
            Encoders.LONG())
        .count();
  }
}
