package firesteel.spark;

import static org.assertj.core.api.Assertions.assertThat;

import firesteel.api.display.MimeBundle;
import firesteel.api.session.RecordingOutputs;
import org.junit.jupiter.api.Test;

class DatasetDisplayTest extends SparkCase {
  private static String html(MimeBundle bundle) {
    return (String) bundle.data().get(MimeBundle.HTML);
  }

  @Test
  void text_has_the_form_of_show() {
    String shown =
        "Dataset<Row> d = spark.sql(\"select * from values (1, 'a', 1.5D), (2, null, null),"
            + " (3, 'a text of more than twenty characters', -0.25D) as t(id, name, x)\");";
    value(shown);
    RecordingOutputs outputs = new RecordingOutputs();
    run("d.show();", outputs);
    assertThat(value("d")).isEqualTo(outputs.out().stripTrailing() + "\n3 rows \u00d7 3 columns");
  }

  @Test
  void text_of_nested_values_is_that_of_show() {
    value(
        "Dataset<Row> nested = spark.sql(\"select array(1, null) a, named_struct('x', 1, 'y', 'q') s,"
            + " map('k', array(1)) m, binary('AB') b, date'2020-02-03' d,"
            + " timestamp'2020-02-03 04:05:06.7' t, 1.50BD n, true f\");");
    RecordingOutputs outputs = new RecordingOutputs();
    run("nested.show();", outputs);
    assertThat(value("nested")).startsWith(outputs.out().stripTrailing());
  }

  @Test
  void shows_twenty_rows_and_tells_that_there_are_more() {
    assertThat(value("spark.range(20)")).endsWith("\n20 rows \u00d7 1 column");
    assertThat(value("spark.range(21)"))
        .endsWith("\nfirst 20 rows \u00d7 1 column")
        .doesNotContain("| 20|");
  }

  @Test
  void fetches_rows_by_one_job() {
    assertThat(
            value(
                "display(spark.range(100));"
                    + " Arrays.stream(sc.statusTracker().getJobIdsForGroup("
                    + "sc.getLocalProperty(\"spark.jobGroup.id\"))).count()"))
        .isEqualTo("1");
  }

  @Test
  void html_tells_null_from_empty_and_escapes() {
    String html =
        html(
            shown(
                "spark.sql(\"select * from values (1, null), (2, ''), (3, 'null'),"
                    + " (4, '<script>alert(1)</script>') as t(id, `<b>name</b>`)\")"));
    assertThat(html)
        .contains(">null</td>", ">&quot;&quot;</td>", "&lt;script&gt;", "&lt;b&gt;name&lt;/b&gt;")
        .contains("text-align:right", ">int</span>", "4 rows")
        .doesNotContain("<script", "<style", "<b>");
    assertThat(html.split("font-style:italic", -1)).as("null and empty are muted").hasSize(3);
  }

  @Test
  void html_cuts_long_values_and_keeps_them_in_the_title() {
    String html = html(shown("spark.sql(\"select repeat('x', 300) as long\")"));
    assertThat(html).contains("title=\"" + "x".repeat(300) + "\"").contains("x\u2026</td>");
  }

  @Test
  void html_names_nested_fields_and_folds_the_schema() {
    String html = html(shown("spark.sql(\"select named_struct('x', 1, 'y', 'q') s\")"));
    assertThat(html).contains("{x: 1, y: q}", "<details", "|-- s: struct");
  }

  @Test
  void typed_datasets_and_odd_names_are_shown() {
    assertThat(value("spark.createDataset(List.of(\"a\"), Encoders.STRING())")).contains("|    a|");
    assertThat(
            value("spark.range(1).selectExpr(\"id as `a.b`\", \"id as `a.b`\", \"id as `c d`\")"))
        .contains("|a.b|a.b|c d|");
  }

  @Test
  void very_wide_datasets_show_their_first_columns() {
    assertThat(
            value(
                "Column[] many = new Column[300];"
                    + " for (int i = 0; i < 300; i++) many[i] = lit(i).alias(\"same.name\");"
                    + " spark.range(2).select(many)"))
        .endsWith("2 rows \u00d7 first 200 of 300 columns");
  }

  @Test
  void datasets_without_rows_or_columns_are_shown() {
    assertThat(value("spark.range(0)")).contains("| id|").endsWith("0 rows \u00d7 1 column");
    assertThat(value("spark.range(2).select()")).endsWith("2 rows \u00d7 0 columns");
  }

  @Test
  void timestamps_are_in_the_sessions_time_zone() {
    value("spark.conf().set(\"spark.sql.session.timeZone\", \"Asia/Tokyo\");");
    try {
      assertThat(value("spark.sql(\"select timestamp_seconds(0) t\")"))
          .contains("1970-01-01 09:00:00");
      assertThat(value("spark.sql(\"select timestamp_seconds(0) t\").first()"))
          .isEqualTo("Row {t: 1970-01-01 09:00:00}");
      assertThat(value("spark.sql(\"select timestamp_seconds(0) t\").collectAsList()"))
          .contains("1970-01-01 09:00:00")
          .doesNotContain(":00.0");
    } finally {
      value("spark.conf().unset(\"spark.sql.session.timeZone\");");
    }
  }

  @Test
  void streaming_datasets_show_their_schema_alone() {
    assertThat(value("spark.readStream().format(\"rate\").load()"))
        .startsWith("streaming Dataset")
        .contains("|-- timestamp: timestamp");
  }

  @Test
  void other_types_of_spark_are_described() {
    assertThat(value("col(\"a\").gt(5)")).startsWith("Column: ");
    assertThat(value("RowFactory.create(1, null, List.of(2))")).isEqualTo("Row {1, null, [2]}");
    assertThat(value("spark.range(1).schema()")).startsWith("root\n |-- id: long");
    assertThat(value("spark")).startsWith("Spark 4.").contains("local[2]", "http://127.0.0.1:");
    assertThat(html(shown("sc"))).contains("<a href=\"http://127.0.0.1:");
    assertThat(value("sc.textFile(\"/nowhere\").map(x -> x.length())"))
        .contains("MapPartitionsRDD")
        .contains("nothing is computed yet");
  }

  @Test
  void collected_rows_are_a_table_that_keeps_columns_of_equal_names() {
    assertThat(
            value(
                "spark.sql(\"select 1 id, 'a' name, 2 id union all select 3, null, 4\")"
                    + ".collectAsList()"))
        .contains("|id|name|id (2)|", "| 1|a   |     2|", "| 3|null|     4|");
    assertThat(value("List.of(RowFactory.create(5, \"x\"))")).contains("|_1|_2|", "| 5|x |");
  }
}
