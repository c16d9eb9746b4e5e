package firesteel.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

class TablesawTest {
  @TempDir static Path folder;
  private static SparkSession spark;

  @BeforeAll
  static void start() {
    spark =
        SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", false)
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.sql.warehouse.dir", folder.toString())
            .config("spark.sql.shuffle.partitions", 3)
            .config("spark.sql.session.timeZone", "Asia/Tokyo")
            .getOrCreate();
  }

  @AfterAll
  static void stop() {
    spark.stop();
  }

  private static final String ALL_TYPES =
      """
      SELECT * FROM VALUES
        (true, 1Y, 2S, 3, 4L, 1.5F, 2.5D, 'é😀', DATE '2024-02-29',
          TIMESTAMP '2024-02-29 12:00:00.123', TIMESTAMP_NTZ '2024-02-29 12:00:00', 1.25BD),
        (null, null, null, null, null, null, null, null, null, null, null, null)
      AS t(a, b, c, d, e, f, g, h, i, j, k, l)
      """;

  @Test
  void all_types_come_over_and_go_back() {
    DatasetReading reading = new DatasetReading(spark.sql(ALL_TYPES), 10);
    Table table = reading.read();
    assertThat(reading.notes()).isEmpty();
    assertThat(table.columns().stream().map(column -> column.type().name()))
        .containsExactly(
            "BOOLEAN",
            "SHORT",
            "SHORT",
            "INTEGER",
            "LONG",
            "FLOAT",
            "DOUBLE",
            "STRING",
            "LOCAL_DATE",
            "INSTANT",
            "LOCAL_DATE_TIME",
            "DOUBLE");
    assertThat(table.row(0).getString("h")).isEqualTo("é😀");
    assertThat(table.dateColumn("i").get(0)).isEqualTo(LocalDate.of(2024, 2, 29));
    assertThat(table.instantColumn("j").get(0))
        .isEqualTo(Instant.parse("2024-02-29T03:00:00.123Z"));
    assertThat(table.dateTimeColumn("k").get(0)).isEqualTo(LocalDateTime.of(2024, 2, 29, 12, 0));
    for (int i = 0; i < table.columnCount(); i++) {
      assertThat(table.column(i).isMissing(1)).as(table.column(i).name()).isTrue();
      assertThat(table.column(i).isMissing(0)).isFalse();
    }

    Dataset<Row> back = TableRows.toDataset(table, spark);
    List<Row> rows = back.collectAsList();
    assertThat(back.schema().fields()[9].dataType().typeName()).isEqualTo("timestamp");
    assertThat(back.schema().fields()[10].dataType().typeName()).isEqualTo("timestamp_ntz");
    assertThat(
            back.except(
                    spark
                        .sql(ALL_TYPES.replace("1Y", "1S"))
                        .selectExpr(
                            "a",
                            "CAST(b AS SHORT)",
                            "c",
                            "d",
                            "e",
                            "f",
                            "g",
                            "h",
                            "i",
                            "j",
                            "k",
                            "CAST(l AS DOUBLE)"))
                .count())
        .isZero();
    assertThat(rows.get(1).anyNull()).isTrue();
  }

  @Test
  void what_is_lost_is_said() {
    DatasetReading reading =
        new DatasetReading(
            spark.sql(
                """
                SELECT CAST('NaN' AS DOUBLE) a, '' b, -2147483648 c, X'0AFF' d, array(1, 2) e,
                  map('k', 1) f, struct(1 AS x) g, CAST(1.5 AS DECIMAL(38, 18)) h,
                  TIMESTAMP '2024-01-01 00:00:00.123456' i, INTERVAL '1' DAY j, 7 A
                """),
            10);
    Table table = reading.read();
    assertThat(reading.notes())
        .anyMatch(note -> note.contains("a: 1 values are NaN"))
        .anyMatch(note -> note.contains("b: 1 empty strings"))
        .anyMatch(note -> note.contains("c: 1 values are the least"))
        .anyMatch(note -> note.contains("d: binary is hexadecimal text"))
        .anyMatch(note -> note.contains("e: array<int> is JSON text"))
        .anyMatch(note -> note.contains("h: decimal(38,18) is a double"))
        .anyMatch(note -> note.contains("i: 1 times were cut to milliseconds"))
        .anyMatch(note -> note.contains("j: interval day is text"))
        .anyMatch(note -> note.contains("a second column A is called A (2)"));
    assertThat(table.stringColumn("d").get(0)).isEqualTo("0AFF");
    assertThat(table.stringColumn("e").get(0)).isEqualTo("[1,2]");
    assertThat(table.stringColumn("f").get(0)).isEqualTo("{\"k\":1}");
    assertThat(table.stringColumn("g").get(0)).isEqualTo("{\"x\":1}");
    assertThat(table.doubleColumn("h").get(0)).isEqualTo(1.5);
    assertThat(table.intColumn("A (2)").get(0)).isEqualTo(7);
  }

  @Test
  void rows_keep_their_order_and_are_cut_where_said() {
    Dataset<Row> many = spark.range(0, 100_000, 1, 23).toDF();
    DatasetReading cut = new DatasetReading(many, 12_345);
    assertThat(cut.read().longColumn(0).asObjectArray())
        .hasSize(12_345)
        .isSorted()
        .endsWith(12_344L);
    assertThat(cut.notes()).singleElement().asString().contains("the first 12,345 rows");
    DatasetReading whole = new DatasetReading(many, 100_000);
    assertThat(whole.read().rowCount()).isEqualTo(100_000);
    assertThat(whole.notes()).isEmpty();
    assertThat(new DatasetReading(many, 0).read().rowCount()).isZero();
    assertThat(TablesawFunctions.toTable(spark.emptyDataFrame()).columnCount()).isZero();
    assertThat(TablesawFunctions.toTable(many.filter("id < 0")).rowCount()).isZero();
    assertThatThrownBy(() -> TablesawFunctions.toTable(many, -1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_result_of_a_shuffle_comes_over_sorted() {
    Table table =
        TablesawFunctions.toTable(
            spark.sql("SELECT id % 7 AS k, count(*) AS n FROM range(1000) GROUP BY 1 ORDER BY k"));
    assertThat(table.longColumn("k").asObjectArray()).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L);
    assertThat(TablesawFunctions.toDataset(table).count()).isEqualTo(7);
  }
}
