package firesteel.spark.error;

import static org.assertj.core.api.Assertions.assertThat;

import firesteel.api.error.CompileProblem;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hints for javac's messages about calls, in any kind of cell. */
class SparkCompileHintsTest {
  private static final Map<String, String> TYPES =
      Map.of(
          "df", "org.apache.spark.sql.Dataset<org.apache.spark.sql.Row>",
          "df.rdd()", "org.apache.spark.rdd.RDD<org.apache.spark.sql.Row>",
          "rdd", "org.apache.spark.rdd.RDD<java.lang.String>",
          "names.rdd()", "org.apache.spark.rdd.RDD<java.lang.String>",
          "pairs", "org.apache.spark.api.java.JavaRDD<java.lang.String>");

  private static Optional<String> hint(String code, String source, String place) {
    int at = source.indexOf(place);
    return new SparkCompileHints(text -> Optional.ofNullable(TYPES.get(text)))
        .hint(new CompileProblem(code, "cannot be applied", source, 0, at, source.length()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "df.rdd().map(r -> r.getString(0)).collect() | .map | df.javaRDD().map(r -> r.getString(0))",
        "df.rdd().map(r -> 1) | (r | df.javaRDD().map(r -> 1)",
        "df.rdd().flatMap(r -> xs.iterator()) | .flatMap | df.javaRDD().flatMap(r -> xs.iterator())",
        "rdd.mapPartitions(it -> it) | .mapPartitions | rdd.toJavaRDD().mapPartitions(it -> it)",
      })
  void calls_of_scalas_rdd_are_of_javas(String source, String place, String java) {
    assertThat(hint("compiler.err.cant.apply.symbol", source, place).orElse(""))
        .contains("write " + java);
    assertThat(hint("compiler.err.prob.found.req", source, place).orElse(""))
        .contains("write " + java);
  }

  @ParameterizedTest
  @CsvSource({"pairs.map(x -> x), .map", "other.map(x -> x), .map", "rdd.toJavaRDD(1), .toJava"})
  void other_calls_have_none(String source, String place) {
    assertThat(hint("compiler.err.cant.apply.symbol", source, place).orElse(""))
        .doesNotContain("Scala's RDD");
  }
}
