package firesteel.spark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Datasets and their rows, read as tables. */
class DatasetTableTest extends SparkCase {
  @BeforeAll
  static void read() {
    value(
        """
        import firesteel.api.table.*;
        Table read(Object value, int rows, String... columns) throws Exception {
          return Tables.read(value, new TableRequest(rows, List.of(columns))).orElseThrow();
        }""");
  }

  @Test
  void a_dataset_is_read_by_one_job_whatever_its_size() {
    assertThat(
            value(
                "read(spark.range(1_000_000), 50);"
                    + " Arrays.stream(sc.statusTracker().getJobIdsForGroup("
                    + "sc.getLocalProperty(\"spark.jobGroup.id\"))).count()"))
        .isEqualTo("1");
    assertThat(value("read(spark.range(50), 50).total()")).isEqualTo("50");
    assertThat(value("read(spark.range(51), 50).total()")).isEqualTo("-1");
    assertThat(value("read(spark.range(51), 50).rows().size()")).isEqualTo("50");
    assertThat(value("read(spark.range(3), Integer.MAX_VALUE).total()")).isEqualTo("3");
  }

  @Test
  void values_are_javas_own() {
    value("spark.conf().set(\"spark.sql.session.timeZone\", \"Asia/Tokyo\");");
    try {
      assertThat(
              value(
                  "read(spark.sql(\"select 1 i, cast(null as int) n, array(1, null) a,"
                      + " named_struct('x', 1, 'y', array('q')) s, map('k', named_struct('z', 2)) m,"
                      + " date'2020-02-03' d, timestamp_seconds(0) t, 1.50BD c, true f,"
                      + " timestamp_ntz'2020-02-03 04:05:06' l, make_interval(1) v\"), 1)"
                      + ".rows().get(0).stream().map(v -> v + \" \" + (v == null ? \"\" :"
                      + " v.getClass().getSimpleName())).toList().toString()"))
          .contains(
              "[1 Integer, null , [1, null] ",
              "{x=1, y=[q]} ",
              "{k={z=2}} ",
              "2020-02-03 LocalDate, 1970-01-01T09:00+09:00[Asia/Tokyo] ZonedDateTime",
              "1.50 BigDecimal, true Boolean, 2020-02-03T04:05:06 LocalDateTime, 1 years String]");
    } finally {
      value("spark.conf().unset(\"spark.sql.session.timeZone\");");
    }
  }

  @Test
  void columns_are_read_by_name_in_the_order_asked_for() {
    value("var wide = spark.range(1).selectExpr(\"id\", \"id + 1 as `a.b`\", \"'x' as `c d`\");");
    assertThat(value("read(wide, 5, \"C D\", \"a.b\").toString()"))
        .contains("name=c d, type=string", "name=a.b, type=bigint", "rows=[[x, 1]]");
    assertThat(failure("read(wide, 5, \"idd\")"))
        .contains("there is no column \"idd\"; did you mean \"id\"? There are id, a.b, c d");
  }

  @Test
  void collected_rows_are_a_table_with_the_types_of_the_dataset() {
    assertThat(
            value("read(spark.range(9).selectExpr(\"id\", \"id\").collectAsList(), 2).toString()"))
        .contains("name=id, type=bigint", "name=id (2)", "rows=[[0, 0], [1, 1]], total=9");
    assertThat(value("read(List.of(RowFactory.create(5, \"x\")), 2).toString()"))
        .contains("name=_1", "rows=[[5, x]]");
  }

  @Test
  void a_streaming_dataset_says_why_it_has_no_rows() {
    assertThat(failure("read(spark.readStream().format(\"rate\").load(), 5)"))
        .contains("a streaming Dataset has rows only while a query runs");
  }
}
