package firesteel.spark;

import static org.assertj.core.api.Assertions.assertThat;

import firesteel.api.display.MimeBundle;
import firesteel.api.session.Cell;
import firesteel.api.session.CellResult;
import firesteel.api.session.RecordingOutputs;
import firesteel.api.session.Session;
import firesteel.engine.JavaSession;
import firesteel.engine.TestClassPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables that one kernel saves and the next one finds. */
class SavedTablesTest {
  @TempDir static Path folder;
  private static Path notebooks;
  private static Session session;
  private RecordingOutputs outputs;

  @BeforeAll
  static void open() throws IOException {
    notebooks = Files.createDirectories(folder.resolve("note books"));
    session = kernel();
  }

  @AfterAll
  static void close() {
    session.close();
  }

  @AfterEach
  void empty() throws Exception {
    stopSpark();
    FileUtils.deleteDirectory(notebooks.resolve("spark-warehouse").toFile());
  }

  private static Session kernel() {
    return JavaSession.builder()
        .classPath(TestClassPath.entries())
        .workingDirectory(notebooks)
        .extension(new SparkExtension(SparkCase.options(folder)))
        .build();
  }

  /** Stops Spark; its next use starts another one, which knows nothing of this one. */
  private static void stopSpark() throws Exception {
    session.extension(SparkExtension.class).orElseThrow().stopSpark();
  }

  /** Returns the text of a cell's value; the cell must succeed. */
  private String value(String code) {
    CellResult result = run(code);
    assertThat(result.error()).as(code).isEmpty();
    return result.value().map(MimeBundle::text).orElse(null);
  }

  private CellResult run(String code) {
    outputs = new RecordingOutputs();
    return session.execute(Cell.of(code), outputs);
  }

  private String failure(String code) {
    return String.join("\n", run(code).error().orElseThrow().traceback());
  }

  private static final String ROWS =
      "var rows = spark.range(6).selectExpr(\"id\", \"concat('n', id) as name\", \"id % 2 as k\");";

  @Test
  void tables_of_every_format_are_found_by_the_next_spark() throws Exception {
    value(ROWS);
    for (String format : new String[] {"parquet", "json", "csv", "orc"}) {
      value("rows.write().format(\"%s\").saveAsTable(\"t_%s\");".formatted(format, format));
    }
    value("rows.select(\"name\").write().format(\"text\").saveAsTable(\"t_text\");");
    value("rows.write().partitionBy(\"k\").saveAsTable(\"parts\");");
    value("rows.write().bucketBy(2, \"id\").sortBy(\"id\").saveAsTable(\"buckets\");");
    value(
        "rows.write().option(\"path\", \"%s\").saveAsTable(\"outside\");"
            .formatted(folder.resolve("elsewhere")));
    value(
        "sql(\"CREATE TABLE made (a DECIMAL(9,2) COMMENT 'x', b ARRAY<STRUCT<c: INT>>, d CHAR(3)) USING parquet\");");
    value("sql(\"INSERT INTO made VALUES (1.50, array(named_struct('c', 7)), 'ab')\");");
    value("sql(\"CREATE VIEW evens AS SELECT id FROM t_parquet WHERE k = 0\");");
    value("sql(\"CREATE FUNCTION plus_one(x INT) RETURNS INT RETURN x + 1\");");
    assertThat(outputs.err()).isEmpty();
    String made = value("sql(\"SHOW CREATE TABLE made\").first().getString(0)");
    assertThat(made).contains("DECIMAL(9,2)", "COMMENT 'x'", "CHAR(3)");
    assertThat(notebooks.resolve("spark-warehouse/parts/k=1")).isDirectory();
    stopSpark();
    for (String format : new String[] {"parquet", "json", "csv", "orc"}) {
      assertThat(value("spark.table(\"t_%s\").schema().toDDL()".formatted(format)))
          .isEqualTo("id BIGINT,name STRING,k BIGINT");
      assertThat(value("spark.table(\"t_%s\").filter(\"name = 'n3'\").count()".formatted(format)))
          .isEqualTo("1");
    }
    assertThat(value("spark.table(\"t_text\").count()")).isEqualTo("6");
    assertThat(value("sql(\"SHOW PARTITIONS parts\").collectAsList().toString()"))
        .isEqualTo("[[k=0], [k=1]]");
    assertThat(value("spark.table(\"parts\").filter(\"k = 1\").count()")).isEqualTo("3");
    assertThat(value("spark.table(\"outside\").count()")).isEqualTo("6");
    assertThat(value("sql(\"SHOW CREATE TABLE buckets\").first().getString(0)"))
        .contains("CLUSTERED BY (id)", "SORTED BY (id)", "INTO 2 BUCKETS");
    assertThat(value("sql(\"SHOW CREATE TABLE made\").first().getString(0)")).isEqualTo(made);
    assertThat(value("spark.table(\"made\").first().toString()")).contains("1.50", "7", "ab ");
    assertThat(value("spark.table(\"evens\").count()")).isEqualTo("3");
    assertThat(value("sql(\"SELECT plus_one(41)\").first().getInt(0)")).isEqualTo("42");
    value(
        "spark.range(6, 8).selectExpr(\"id\", \"'m' as name\", \"3L as k\").write().mode(\"append\").partitionBy(\"k\").saveAsTable(\"parts\");");
    stopSpark();
    assertThat(value("spark.table(\"parts\").filter(\"k = 3\").count()")).isEqualTo("2");
  }

  @Test
  void what_was_changed_and_dropped_stays_so() throws Exception {
    value(ROWS);
    value("rows.write().saveAsTable(\"one\"); rows.write().saveAsTable(\"two\");");
    value("sql(\"CREATE DATABASE shop\"); sql(\"CREATE TABLE shop.orders AS SELECT 1 AS id\");");
    assertThat(notebooks.resolve("spark-warehouse/shop.db/orders")).isDirectory();
    value("sql(\"ALTER TABLE one RENAME TO first\"); sql(\"DROP TABLE two\");");
    value("sql(\"ALTER TABLE first ADD COLUMNS (extra STRING)\");");
    value("sql(\"ALTER TABLE first SET TBLPROPERTIES ('team' = 'blue')\");");
    stopSpark();
    assertThat(value("sql(\"SHOW TABLES\").select(\"tableName\").collectAsList().toString()"))
        .isEqualTo("[[first]]");
    assertThat(value("spark.table(\"first\").columns().length")).isEqualTo("4");
    assertThat(value("sql(\"SHOW TBLPROPERTIES first ('team')\").first().getString(1)"))
        .isEqualTo("blue");
    assertThat(value("spark.table(\"shop.orders\").count()")).isEqualTo("1");
    value("sql(\"DROP DATABASE shop CASCADE\");");
    assertThat(notebooks.resolve("spark-warehouse/shop.db")).doesNotExist();
    assertThat(notebooks.resolve("spark-warehouse/two")).doesNotExist();
    stopSpark();
    assertThat(failure("spark.table(\"shop.orders\")")).contains("TABLE_OR_VIEW_NOT_FOUND");
  }

  @Test
  void the_warehouse_is_made_with_the_first_table() throws Exception {
    assertThat(value("sql(\"SHOW TABLES\").count() + spark.catalog().listTables().count()"))
        .isEqualTo("0");
    assertThat(failure("spark.table(\"none\")")).contains("TABLE_OR_VIEW_NOT_FOUND");
    assertThat(failure("sql(\"DROP TABLE none\")")).contains("TABLE_OR_VIEW_NOT_FOUND");
    value("spark.range(3).createOrReplaceTempView(\"passing\"); spark.table(\"passing\").count()");
    assertThat(notebooks).isEmptyDirectory();
  }

  @Test
  void a_folder_that_moves_takes_its_tables_along() throws Exception {
    value(ROWS + " rows.write().partitionBy(\"k\").saveAsTable(\"moved\");");
    session.close();
    Path other = folder.resolve("other");
    Files.move(notebooks, other);
    notebooks = other;
    session = kernel();
    assertThat(value("spark.table(\"moved\").filter(\"k = 1\").count()")).isEqualTo("3");
  }

  @Test
  void tables_of_a_plain_spark_are_found_where_their_files_say_what_they_are() throws Exception {
    value(ROWS);
    Path warehouse = notebooks.resolve("spark-warehouse");
    value("rows.write().partitionBy(\"k\").parquet(\"%s\");".formatted(warehouse.resolve("p")));
    value("rows.write().orc(\"%s\");".formatted(warehouse.resolve("shop.db/o")));
    value("rows.write().csv(\"%s\");".formatted(warehouse.resolve("c")));
    assertThat(value("spark.table(\"p\").filter(\"k = 1\").count()")).isEqualTo("3");
    assertThat(value("spark.table(\"shop.o\").count()")).isEqualTo("6");
    assertThat(value("sql(\"SHOW TABLES\").select(\"tableName\").collectAsList().toString()"))
        .isEqualTo("[[p]]");
    assertThat(failure("spark.table(\"c\")")).contains("TABLE_OR_VIEW_NOT_FOUND");
    value("sql(\"INSERT INTO p PARTITION (k = 5) VALUES (9, 'z')\");");
    stopSpark();
    assertThat(value("spark.table(\"p\").filter(\"k = 5\").count()")).isEqualTo("1");
    value("sql(\"DROP TABLE p\");");
    assertThat(warehouse.resolve("p")).doesNotExist();
    assertThat(failure("spark.table(\"p\")")).contains("TABLE_OR_VIEW_NOT_FOUND");
  }

  @Test
  void a_password_is_not_written_and_the_cell_says_so() throws Exception {
    value(
        "sql(\"CREATE TABLE db (a INT) USING csv OPTIONS (path '%s', password 'hush')\");"
            .formatted(Files.createDirectories(folder.resolve("csv"))));
    assertThat(outputs.err()).contains("will not know the table db", "password");
    value("spark.range(2).write().saveAsTable(\"open\");");
    assertThat(outputs.err()).isEmpty();
    assertThat(Files.readString(notebooks.resolve("spark-warehouse/.firesteel-catalog.json")))
        .contains("\"open\"")
        .doesNotContain("hush");
  }

  @Test
  void descriptions_that_cannot_be_read_are_put_aside() throws Exception {
    Path warehouse = Files.createDirectories(notebooks.resolve("spark-warehouse"));
    Files.writeString(warehouse.resolve(".firesteel-catalog.json"), "{ broken");
    value("spark.range(2).write().saveAsTable(\"fresh\");");
    assertThat(outputs.err()).contains("can't be read");
    assertThat(warehouse.resolve(".firesteel-catalog.json.unread")).hasContent("{ broken");
    stopSpark();
    assertThat(value("spark.table(\"fresh\").count()")).isEqualTo("2");
  }
}
