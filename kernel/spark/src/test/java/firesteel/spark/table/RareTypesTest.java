package firesteel.spark.table;

import static org.assertj.core.api.Assertions.assertThat;

import firesteel.api.display.TextWidth;
import firesteel.engine.display.RendererRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Nested values have one form wherever they are shown; rare types make no other column fail. */
class RareTypesTest {
  private static final RendererRegistry DISPLAYS = new RendererRegistry();
  private static final String POINT =
      "st_geogfromwkb(X'0101000000000000000000F03F0000000000000040')";
  private static SparkSession spark;

  @BeforeAll
  static void start() {
    spark =
        SparkSession.builder()
            .master("local[1]")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.shuffle.partitions", "1")
            .getOrCreate();
    SparkRenderers.register(DISPLAYS);
  }

  @AfterAll
  static void stop() {
    spark.stop();
  }

  private static Dataset<Row> nested() {
    return spark.sql(
        "select named_struct('w', 2, 'h', 3) as s, array('a', 'b') as a, map('k', 1) as m,"
            + " array(named_struct('x', 1)) as n, cast('ab' as binary) as b");
  }

  private static String text(Object value) throws Exception {
    return DISPLAYS.render(value).text();
  }

  @Test
  void one_form_of_nested_values() throws Exception {
    Row row = nested().first();
    String[] forms = {"{w: 2, h: 3}", "[a, b]", "{k -> 1}", "[{x: 1}]", "[61 62]"};
    Object[] shown = {
      row,
      nested().collectAsList(),
      nested().collect(),
      List.of(row),
      Optional.of(row),
      new scala.Tuple2<>(row, 1)
    };
    for (Object value : shown) {
      assertThat(text(value)).contains(forms).doesNotContain("ArraySeq", "Map(", "[B@");
    }
    assertThat(String.valueOf(DISPLAYS.render(nested()).data().get("text/html")))
        .contains("{w: 2, h: 3}", "[a, b]", "[61 62]");
    assertThat(text(row.get(1))).isEqualTo("[a, b]");
    assertThat(text(row.get(2))).isEqualTo("{k -> 1}");
    assertThat(text(List.of(row.get(2), row.get(1)))).isEqualTo("[{k -> 1}, [a, b]]");
    assertThat(text(Map.of("key", row.get(0)))).contains("{w: 2, h: 3}");
  }

  @Test
  void statistics_have_a_line_for_each_type() {
    Dataset<Row> rare =
        spark.sql(
            "select parse_json('{\"a\":1}') as v, interval 1 day as d, interval 2 month as y,"
                + " make_interval(1, 2) as c, cast('ab' as binary) as b, null as n,"
                + " map('a', 1) as m, array(parse_json('1')) as av,"
                + " named_struct('m', map('a', 1)) as sm, 3 as ok");
    var columns = new DatasetReader().statistics(rare, List.of()).columns();
    assertThat(columns).hasSize(10);
    assertThat(columns.get(0).nulls()).isZero();
    assertThat(columns.get(1).min()).isNotNull();
    assertThat(columns.get(5).nulls()).isEqualTo(1);
    assertThat(columns.get(9).distinct()).isEqualTo(1);
    assertThat(columns.get(9).mean().doubleValue()).isEqualTo(3);
  }

  @Test
  void what_spark_can_not_aggregate_is_counted() {
    Dataset<Row> spatial = spark.sql("select " + POINT + " as g, 3 as ok");
    var columns = new DatasetReader().statistics(spatial, List.of()).columns();
    assertThat(columns.get(0).nulls()).isZero();
    assertThat(columns.get(1).distinct()).isEqualTo(1);
  }

  @Test
  void what_spark_can_not_collect_is_text() throws Exception {
    Dataset<Row> times =
        spark.sql(
            "select time'12:30:00' as t, array(time'01:02:03') as a, map('k', time'01:02:04') as m,"
                + " interval 1 day as d, 3 as ok, 4 as ok");
    assertThat(text(times))
        .contains("|12:30:00|[01:02:03]|{k -> 01:02:04}|PT24H|  3|  4|")
        .contains("|       t|         a|              m|    d| ok| ok|");
    assertThat(String.valueOf(DISPLAYS.render(times).data().get("text/html")))
        .contains("time(6)", "12:30:00");
    var columns = new DatasetReader().statistics(times, List.of()).columns();
    assertThat(columns.get(0).min()).isEqualTo("12:30:00");
    assertThat(columns.get(0).distinct()).isEqualTo(1);
    assertThat(columns.get(1).nulls()).isZero();
    assertThat(columns.get(4).mean().doubleValue()).isEqualTo(3);
  }

  @Test
  void spatial_values_are_well_known_binary() throws Exception {
    Row row = spark.sql("select " + POINT + " as g").first();
    assertThat(text(row)).contains("SRID=4326;0101000000000000000000F03F");
  }

  @Test
  void characters_of_several_code_points_keep_text_tables_in_line() throws Exception {
    Dataset<String> names =
        spark.createDataset(
            List.of(
                "e\u0301clair",
                "eclair",
                "\uD83D\uDC4D\uD83C\uDFFD",
                "\u65E5\u672C",
                "\u2615",
                "a\u200Bb",
                "\u05E9\u05DC\u05D5\u05DD",
                "\u202Eturned"),
            Encoders.STRING());
    assertThat(
            text(names).lines().filter(line -> line.startsWith("|")).map(TextWidth::of).distinct())
        .hasSize(1);
    assertThat(text(names)).doesNotContain("\u202E").contains("\u05DD\u200E|");
  }

  @Test
  void wide_tables_are_folded_in_narrow_terminals() throws Exception {
    Dataset<Row> wide =
        spark.sql("select repeat('\u65E5\u672C', 30) as city, repeat('x', 30) as remark, 1 as n");
    assertThat(DISPLAYS.render(wide).text(40))
        .isEqualTo(
            """
            +--------------------+
            |                city|
            +--------------------+
            | \u65E5\u672C\u65E5\u672C\u65E5\u672C\u65E5\u672C\u65E5\u2026|
            +--------------------+
            columns 2 to 3
            +--------------------+---+
            |              remark|  n|
            +--------------------+---+
            |xxxxxxxxxxxxxxxxx...|  1|
            +--------------------+---+
            1 row \u00D7 3 columns""");
  }
}
