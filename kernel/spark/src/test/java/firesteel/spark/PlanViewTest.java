package firesteel.spark;

import static org.assertj.core.api.Assertions.assertThat;

import firesteel.api.session.RecordingOutputs;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Plans as trees. */
class PlanViewTest extends SparkCase {
  @BeforeAll
  static void declare() {
    value(
        """
        import firesteel.spark.plan.PlanView;
        import firesteel.api.display.MimeBundle;
        String plan(Dataset<?> d) { return PlanView.of(d, false).orElseThrow().text(); }
        String html(Dataset<?> d) {
          return (String) PlanView.of(d, false).orElseThrow().data().get(MimeBundle.HTML);
        }""");
    value(
        "String file = \""
            + folder.resolve("years").toString()
            + "\"; spark.range(1, 50).selectExpr(\"id\", \"id + 2000 as year\", \"string(id) name\")"
            + ".write().parquet(file); var years = spark.read().parquet(file);");
  }

  @Test
  void tells_what_is_read_with_columns_and_pushed_filters() {
    assertThat(value("plan(years.where(\"year > 2010\").select(\"name\"))"))
        .contains("Read parquet  file:", "columns year, name", "pushed filters IsNotNull(year)")
        .contains("Filter  ")
        .doesNotContain("#", "WholeStageCodegen", "ColumnarToRow");
  }

  @Test
  void marks_shuffles_and_aggregates() {
    assertThat(value("plan(years.groupBy(\"year\").agg(max(\"id\")).orderBy(\"year\"))"))
        .contains("Sort  year ASC")
        .contains("Shuffle  to 4 partitions by year")
        .contains("Shuffle  to 4 partitions in the order of year ASC")
        .contains("Aggregate  by year; max(id)", "Aggregate within partitions  by year; ");
  }

  @Test
  void joins_have_their_kind_keys_and_both_sides() {
    assertThat(
            value(
                "plan(years.as(\"a\").join(broadcast(spark.range(9).as(\"b\")),"
                    + " expr(\"a.id = b.id\"), \"left\"))"))
        .startsWith("Left outer join  on a.id = b.id; broadcast hash join\n")
        .contains("├─ Read parquet", "└─ Broadcast  to every executor", "   └─ Range  0 to 9, id");
  }

  @Test
  void html_is_the_same_tree_with_sparks_own_text_folded() {
    assertThat(value("html(years.where(\"name = '<script>alert(1)</script>'\"))"))
        .contains("<b", "Filter", "in Spark&#39;s words", "== Physical Plan ==")
        .contains("&lt;script&gt;")
        .doesNotContain("<script");
  }

  @Test
  void steps_of_any_kind_have_a_line() {
    assertThat(
            value(
                "plan(years.as(Encoders.bean(Object.class)).map((MapFunction<Object, Integer>)"
                    + " o -> 1, Encoders.INT()).union(spark.createDataset(List.of(1), Encoders.INT())))"))
        .startsWith("Union")
        .contains("Map elements", "Rows of the driver  1 row;");
    assertThat(value("plan(spark.range(3).cache())")).startsWith("Read cache");
    assertThat(value("plan(spark.range(100).orderBy(col(\"id\").desc()).limit(3))"))
        .startsWith("First 3 rows  by id DESC");
  }

  @Test
  void show_print_schema_and_explain_print_as_in_a_spark_shell() {
    RecordingOutputs outputs = new RecordingOutputs();
    run("spark.range(1).show(); spark.range(1).printSchema(); spark.range(1).explain();", outputs);
    assertThat(outputs.out())
        .startsWith(
            """
            +---+
            | id|
            +---+
            |  0|
            +---+

            root
             |-- id: long (nullable = false)

            == Physical Plan ==
            *(1) Range (0, 1, step=1, splits=2)""");
  }
}
