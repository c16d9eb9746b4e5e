package firesteel.spark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Statistics of Datasets. */
class DatasetStatisticsTest extends SparkCase {
  @BeforeAll
  static void describe() {
    value(
        """
        import firesteel.api.table.*;
        TableStatistics stats(Object value, String... columns) throws Exception {
          return Tables.statistics(value, List.of(columns)).orElseThrow();
        }
        ColumnStatistics only(Object value) throws Exception { return stats(value).columns().get(0); }
        """);
  }

  @Test
  void the_data_is_passed_over_once_by_one_job() {
    value(
        """
        var seen = sc.sc().longAccumulator();
        var watched = spark.range(0, 1000, 1, 3).map((MapFunction<Long, Long>) x -> { seen.add(1); return x; },
            Encoders.LONG()).selectExpr("value", "value * 2.0D d", "string(value) s");
        spark.conf().set("spark.sql.adaptive.enabled", "false");
        """);
    try {
      assertThat(
              value(
                  "stats(watched); Arrays.stream(sc.statusTracker().getJobIdsForGroup("
                      + "sc.getLocalProperty(\"spark.jobGroup.id\"))).count()"))
          .isEqualTo("1");
    } finally {
      value("spark.conf().unset(\"spark.sql.adaptive.enabled\");");
    }
    assertThat(value("seen.value()")).isEqualTo("1000");
  }

  @Test
  void numbers_have_all_that_there_is() {
    value("var n = only(spark.range(1, 121).toDF(\"n\"));");
    assertThat(
            value("List.of(n.name(), n.type(), n.nulls(), n.nans(), n.min(), n.max(), n.mean())"))
        .isEqualTo("[n, bigint, 0, 0, 1, 120, 60.5]");
    assertThat(value("n.quartiles()")).isEqualTo("[30, 60, 90]");
    assertThat(Integer.parseInt(value("n.distinct()"))).isBetween(108, 132);
    assertThat(value("n.histogram().stream().mapToLong(x -> x).sum()")).isEqualTo("120");
    assertThat(value("n.histogram().size()")).isEqualTo("12");
  }

  @Test
  void nulls_nans_and_infinities_spoil_nothing() {
    value(
        "var odd = only(spark.sql(\"select * from values (1.0D), (double('NaN')), (null), (3.0D),"
            + " (double('Infinity')), (null) t(x)\"));");
    assertThat(value("List.of(odd.nulls(), odd.nans(), odd.min(), odd.max())"))
        .isEqualTo("[2, 1, 1.0, Infinity]");
    assertThat(value("odd.histogram().stream().mapToLong(x -> x).sum()")).isEqualTo("2");
    assertThat(value("only(spark.sql(\"select double('NaN') x\")).histogram()")).isEqualTo("[]");
  }

  @Test
  void columns_of_all_types_and_names_are_described() {
    assertThat(
            value(
                "stats(spark.sql(\"select 1 i, 1.50BD c, 'a' s, true b, date'2020-02-03' d,"
                    + " timestamp_seconds(0) t, timestamp_ntz'2020-02-03 04:05:06' l, binary('A') y,"
                    + " array(1) a, named_struct('x', 1) r, map('k', 1) m, null v,"
                    + " make_interval(1) v1, interval 1 day v2, 1 as `a.b`, 2 as `a.b`\")).toBundle().text()"))
        .contains("|i     |int", "|c     |decimal(3,2)", "2020-02-03 ", "|a.b   |int")
        .contains("1 row × 16 columns; distinct, quartiles and histograms are approximate");
  }

  @Test
  void no_rows_are_described_too() {
    assertThat(value("stats(spark.range(0)).toBundle().text()")).contains("0 rows × 1 column");
  }

  @Test
  void columns_are_picked_by_name_and_very_many_are_cut() {
    assertThat(value("stats(spark.range(5).selectExpr(\"id\", \"id x\"), \"X\").columns().size()"))
        .isEqualTo("1");
    value(
        "Column[] many = new Column[120]; for (int i = 0; i < 120; i++) many[i] = lit(i).alias(\"c\" + i);");
    assertThat(value("stats(spark.range(2).select(many)).note()"))
        .contains("the first 100 columns, --columns names others");
  }
}
