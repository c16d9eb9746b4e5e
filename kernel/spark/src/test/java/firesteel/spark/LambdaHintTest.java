package firesteel.spark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LambdaHintTest extends SparkCase {
  @BeforeAll
  static void declare() {
    value(
        "Dataset<String> names = spark.createDataset(List.of(\"a\", \"bb\"), Encoders.STRING());"
            + " Dataset<Long> ids = spark.range(4); Dataset<Row> rows = ids.toDF();"
            + " KeyValueGroupedDataset<Integer, String> groups ="
            + " names.groupByKey((MapFunction<String, Integer>) s -> s.length(), Encoders.INT());");
  }

  /** Returns the text after "write": it has to compile and to run. */
  private static String advice(String traceback) {
    return traceback
        .lines()
        .filter(line -> line.contains("; write "))
        .findFirst()
        .map(line -> line.substring(line.indexOf("; write ") + 8))
        .orElseThrow(() -> new AssertionError("no advice in: " + traceback));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ids.filter(x -> x > 1) | ids.filter((FilterFunction<Long>) x -> x > 1)",
        "rows.filter(r -> r.getLong(0) > 1) | rows.filter((FilterFunction<Row>) r -> r.getLong(0) > 1)",
        "names.map(s -> s.length(), Encoders.INT()) | names.map((MapFunction<String, Integer>) s -> s.length(), Encoders.INT())",
        "names.map(s -> s.length()) | names.map((MapFunction<String, Integer>) s -> s.length(), Encoders.INT())",
        "names.flatMap(s -> List.of(s, s).iterator(), Encoders.STRING()) | names.flatMap((FlatMapFunction<String, String>) s -> List.of(s, s).iterator(), Encoders.STRING())",
        "ids.mapPartitions(it -> it, Encoders.LONG()) | ids.mapPartitions((MapPartitionsFunction<Long, Long>) it -> it, Encoders.LONG())",
        "ids.reduce((a, b) -> a + b) | ids.reduce((ReduceFunction<Long>) (a, b) -> a + b)",
        "ids.foreach(x -> x.hashCode()) | ids.foreach((ForeachFunction<Long>) x -> x.hashCode())",
        "ids.foreachPartition(it -> it.hasNext()) | ids.foreachPartition((ForeachPartitionFunction<Long>) it -> it.hasNext())",
        "names.groupByKey(s -> s.length(), Encoders.INT()) | names.groupByKey((MapFunction<String, Integer>) s -> s.length(), Encoders.INT())",
        "groups.mapGroups((k, vs) -> k, Encoders.INT()) | groups.mapGroups((MapGroupsFunction<Integer, String, Integer>) (k, vs) -> k, Encoders.INT())",
        "groups.mapValues(s -> s.length(), Encoders.INT()) | groups.mapValues((MapFunction<String, Integer>) s -> s.length(), Encoders.INT())",
        "groups.reduceGroups((a, b) -> a + b) | groups.reduceGroups((ReduceFunction<String>) (a, b) -> a + b)",
        "spark.range(3).filter(\"id > 0\").as(Encoders.LONG()).filter(x -> x > 1) | spark.range(3).filter(\"id > 0\").as(Encoders.LONG()).filter((FilterFunction<Long>) x -> x > 1)",
      })
  void an_ambiguous_lambda_is_answered_with_a_call_that_runs(String code, String better) {
    assertThat(advice(failure(code))).isEqualTo(better);
    assertThat(run(better).error()).isEmpty();
  }

  @Test
  void a_lambda_without_types_in_a_udf_is_answered_with_the_interface() {
    assertThat(
            advice(failure("spark.udf().register(\"f\", s -> s.length(), DataTypes.IntegerType)")))
        .isEqualTo(
            "spark.udf().register(\"f\", (UDF1<Input, Integer>) s -> s.length(),"
                + " DataTypes.IntegerType)");
    assertThat(advice(failure("udf((a, b) -> a + b, DataTypes.LongType)")))
        .startsWith("udf((UDF2<Input, Input, Long>) (a, b) -> a + b");
  }

  @Test
  void other_errors_get_no_such_hint() {
    assertThat(failure("names.nope(s -> s)")).doesNotContain("; write ");
    assertThat(failure("names.filter()")).doesNotContain("; write ");
    assertThat(failure("int n = \"text\";")).doesNotContain("; write ");
  }
}
