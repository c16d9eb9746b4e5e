package firesteel.spark;

import static org.assertj.core.api.Assertions.assertThat;

import firesteel.api.completion.Completion.Match;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where an encoder is missing, the error says how to write it. */
class EncoderHintTest extends SparkCase {
  @BeforeAll
  static void declare() {
    value(
        "record City(String name, int people) {}"
            + " record Pair<A, B>(A first, B second) {}"
            + " List<City> list = List.of(new City(\"Bern\", 134));"
            + " City[] array = list.toArray(new City[0]);"
            + " List<Pair<String, Integer>> pairs = List.of(new Pair<>(\"a\", 1));"
            + " Dataset<City> cities = spark.createDataset(list, encoder(City.class));"
            + " Dataset<Row> rows = cities.toDF();"
            + " var groups = cities.groupByKey("
            + "(MapFunction<City, String>) c -> c.name(), Encoders.STRING());");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "spark.createDataset(list) | spark.createDataset(list, encoder(City.class))",
        "spark.createDataset(List.of(1, 2)) | spark.createDataset(List.of(1, 2), Encoders.INT())",
        "spark.createDataset(pairs) | spark.createDataset(pairs, encoder(Pair.class, String.class, Integer.class))",
        "spark.createDataset(list, City.class) | spark.createDataset(list, encoder(City.class))",
        "spark.createDataset(list, Encoders::bean) | spark.createDataset(list, encoder(City.class))",
        "spark.createDataset(array) | spark.createDataset(Arrays.asList(array), encoder(City.class))",
        "spark.createDataset(array, encoder(City.class)) | spark.createDataset(Arrays.asList(array), encoder(City.class))",
        "spark.createDataFrame(list) | spark.createDataset(list, encoder(City.class)).toDF()",
        "spark.emptyDataset(City.class) | spark.emptyDataset(encoder(City.class))",
        "Encoders.product(City.class) | encoder(City.class)",
        "spark.createDataset(list, Encoders.product(City.class)) | encoder(City.class)",
        "Encoders.record(City.class) | encoder(City.class)",
        "Encoder.of(City.class) | encoder(City.class)",
        "Encoders.tuple(City.class, String.class) | Encoders.tuple(encoder(City.class), Encoders.STRING())",
        "Encoder<City> e = City.class; | encoder(City.class)",
        "rows.as(City.class) | rows.as(encoder(City.class))",
        "rows.select(\"name\").as(String.class) | rows.select(\"name\").as(Encoders.STRING())",
        "rows.as(City) | encoder(City.class)",
        "encoder(City) | encoder(City.class)",
        "Dataset<City> typed = rows; | rows.as(encoder(City.class))",
        "cities.map(c -> c) | cities.map((MapFunction<City, City>) c -> c, encoder(City.class))",
        "cities.map((MapFunction<City, String>) c -> c.name()) | cities.map((MapFunction<City, String>) c -> c.name(), Encoders.STRING())",
        "cities.map((MapFunction<City, City>) c -> c, City.class) | cities.map((MapFunction<City, City>) c -> c, encoder(City.class))",
        "cities.map((MapFunction<City, City>) c -> c, Encoders::bean) | cities.map((MapFunction<City, City>) c -> c, encoder(City.class))",
        "cities.map(c -> c, City.class) | cities.map((MapFunction<City, City>) c -> c, encoder(City.class))",
        "cities.flatMap((FlatMapFunction<City, String>) c -> List.of(c.name()).iterator()) | cities.flatMap((FlatMapFunction<City, String>) c -> List.of(c.name()).iterator(), Encoders.STRING())",
        "cities.mapPartitions((MapPartitionsFunction<City, City>) it -> it) | cities.mapPartitions((MapPartitionsFunction<City, City>) it -> it, encoder(City.class))",
        "cities.groupByKey((MapFunction<City, City>) c -> c) | cities.groupByKey((MapFunction<City, City>) c -> c, encoder(City.class))",
        "rows.map((MapFunction<Row, City>) r -> new City(\"a\", 1)) | rows.map((MapFunction<Row, City>) r -> new City(\"a\", 1), encoder(City.class))",
        "groups.mapGroups((MapGroupsFunction<String, City, String>) (k, it) -> k) | groups.mapGroups((MapGroupsFunction<String, City, String>) (k, it) -> k, Encoders.STRING())",
      })
  void is_written_with_a_call_that_runs(String code, String written) {
    String hint =
        failure(code)
            .lines()
            .filter(line -> line.contains("Hint: "))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no hint"));
    assertThat(hint).endsWith("write " + written);
    assertThat(run(written).error()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"spark.emptyDataset()", "Encoders.product()", "rows.as(Encoders::bean)"})
  void names_no_type_that_is_not_known(String code) {
    assertThat(failure(code))
        .contains("encoder(Type.class)", "with your own type in the place of Type");
  }

  @Test
  void is_checked_where_a_method_is_handed_on() {
    assertThat(
            failure("Function<Class<City>, Encoder<City>> f = Encoders::bean; f.apply(City.class)"))
        .contains("City is a record, which has no bean properties", "write encoder(City.class)");
    assertThat(
            failure("Function<Class<City>, Encoder<City>> f = Encoders::kryo; f.apply(City.class)"))
        .contains("City is a record", "write encoder(City.class)");
  }

  @Test
  void is_completed() {
    assertThat(session().complete("var e = enc", 11).matches())
        .extracting(Match::text)
        .contains("encoder(");
  }
}
