package firesteel.magics.sql;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import firesteel.api.session.CellError;
import firesteel.api.session.CellResult;
import firesteel.api.session.RecordingOutputs;
import firesteel.api.session.Variable;
import firesteel.charts.session.ChartsExtension;
import firesteel.spark.SparkExtension;
import firesteel.spark.settings.SparkOptions;
import firesteel.sql.SqlExtension;
import firesteel.tables.TablesExtension;
import firesteel.testkit.TestSession;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code %sql} and {@code %%sql} with a real Spark. */
class SparkSqlTest {
  @TempDir static Path folder;
  private static TestSession session;

  private RecordingOutputs outputs = new RecordingOutputs(Optional.empty());

  @BeforeAll
  static void open() {
    SparkOptions options =
        new SparkOptions(
            Map.of("spark.master", "local[2]", "spark.sql.shuffle.partitions", "2"),
            Optional.empty(),
            Optional.of(folder.resolve("conf")),
            folder.resolve("logs"),
            folder.resolve("tmp"),
            false);
    session =
        TestSession.builder()
            .extension(new SparkExtension(options))
            .extension(new SqlExtension())
            .extension(new ChartsExtension())
            .extension(new TablesExtension())
            .build();
    session.run(
        """
            %%sql
            CREATE TEMP VIEW people AS
            SELECT * FROM VALUES ('Ada; L.', 36), ("Bob", 20), ('O''Brien', NULL) AS t(name, age)
            """);
  }

  @AfterAll
  static void close() {
    session.close();
  }

  private CellResult run(String code) {
    outputs = new RecordingOutputs(Optional.empty());
    return session.run(code, outputs).result();
  }

  private String shown(String code) {
    CellResult result = run(code);
    assertThat(result.error()).isEmpty();
    return result.value().orElseThrow().text();
  }

  private String printed(String code) {
    CellResult result = run(code);
    assertThat(result.error()).isEmpty();
    assertThat(result.value()).isEmpty();
    return outputs.out();
  }

  /** Returns the error of a cell that must fail; it has no frames. */
  private String failure(String code) {
    CellError error = run(code).error().orElseThrow();
    String text = String.join("\n", error.traceback());
    assertThat(text)
        .doesNotContain("    at ")
        .startsWith("Cell [" + session.session().executionCount() + "]");
    return text;
  }

  @Test
  void several_statements_show_the_last_result_and_say_what_the_others_did() {
    assertThat(
            shown(
                """
                %%sql
                -- a comment; with a semicolon
                CREATE OR REPLACE TEMP VIEW adults AS SELECT * FROM people WHERE age > 30;
                SET firesteel.test=ab;
                SELECT name, age * 2 AS twice FROM adults;
                """))
        .contains("|   name|twice|", "|Ada; L.|   72|");
    assertThat(outputs.out())
        .contains("ok  CREATE OR REPLACE TEMP VIEW adults AS SELECT * FROM people WHERE")
        .contains("not shown  SET firesteel.test=ab");
    assertThat(printed("%%sql\nCREATE OR REPLACE TEMP VIEW v AS SELECT 1"))
        .contains("ok  CREATE OR REPLACE TEMP VIEW v AS SELECT 1");
  }

  @Test
  void a_line_runs_a_statement_and_its_value_is_the_dataset() {
    assertThat(shown("%sql SELECT count(*) AS n FROM people")).contains("|  3|");
    int cell = session.session().executionCount();
    assertThat(shown("((Dataset<Row>) Out(" + cell + ")).first().getLong(0)")).isEqualTo("3");
    assertThat(shown("%time %sql SELECT 40 + 2 AS n")).contains("| 42|");
  }

  @Test
  void java_values_of_all_types_are_bound() {
    run(
        """
        int thirty = 30;
        String nothing = null;
        List<String> some = List.of("Bob", "Ada; L.");
        java.time.Instant moment = java.time.Instant.parse("2024-02-29T12:00:00Z");
        """);
    assertThat(
            shown(
                """
                %%sql
                SELECT typeof(${thirty}) a, typeof(${1L}) b, typeof(${2.5}) c, typeof(${"x"}) d,
                  typeof(${java.time.LocalDate.of(2024, 2, 29)}) e, typeof(${moment}) f,
                  typeof(${new byte[] {1}}) g, typeof(${true}) h, ${nothing} IS NULL i,
                  typeof(${new java.math.BigDecimal("1.50")}) j, typeof(${some}) k,
                  typeof(${Map.of("a", 1)}) l, typeof(${java.util.Optional.of(1)}) m,
                  typeof(${java.time.DayOfWeek.MONDAY}) n, typeof(${java.time.Duration.ofDays(1)}) o,
                  typeof(${java.time.LocalDateTime.of(2024, 2, 29, 12, 0)}) p
                """))
        .contains("int|bigint|double|string|date|timestamp|binary|boolean|true|decimal(3,2)")
        .contains("array<string>|map<string,int>|int|string")
        .contains("timestamp_ntz");
    assertThat(
            shown("%sql SELECT name FROM people WHERE name IN (${some}) AND age > ${thirty - 5}"))
        .contains("Ada; L.")
        .doesNotContain("Bob");
    assertThat(shown("%sql SELECT name FROM people WHERE age IN (${new int[] {20, 36}}, 5)"))
        .contains("Ada; L.", "Bob");
    assertThat(shown("%sql SELECT name FROM people WHERE array_contains(${some}, name) LIMIT ${1}"))
        .contains("1 row");
  }

  @Test
  void a_value_is_never_taken_for_sql() {
    assertThat(shown("%sql SELECT name FROM people WHERE name = ${\"x' OR '1'='1\"}"))
        .contains("0 rows");
    assertThat(shown("%sql SELECT ${\"'); DROP VIEW people; --\\n\\\\ ${1} :_1\"} AS text"))
        .contains("|'); DROP VIEW peo...|");
    assertThat(shown("%sql SELECT count(*) AS n FROM IDENTIFIER(${\"people\"})")).contains("|  3|");
  }

  @Test
  void what_a_parameter_can_not_be_is_said_where_it_stands() {
    assertThat(failure("%%sql\nSELECT 1 FROM people\nJOIN ${\"people\"} p"))
        .contains("line 3, column 6: ${\"people\"} can't stand here")
        .contains("IDENTIFIER(${\"people\"})")
        .contains("    JOIN ${\"people\"} p\n         ^^^^^^^^^^^");
    assertThat(failure("%sql SELECT '${name}'"))
        .contains("line 1, column 14", "stands in quotes", "without quotes");
    assertThat(failure("%sql SELECT `${name}` FROM people")).contains("IDENTIFIER(${name})");
    assertThat(failure("%sql SELECT ${ }")).contains("${} is empty");
    assertThat(failure("%sql SELECT ${1 + ")).contains("not closed");
    assertThat(failure("%%sql\nSELECT 1\nWHERE 1 IN (${List.of()})"))
        .contains("line 3, column 13", "empty");
    assertThat(failure("%%sql\nSELECT 1,\n  ${nowhere}"))
        .contains("line 3", "cannot find symbol", "nowhere");
    run("int target = 1;");
    assertThat(run("%sql SELECT ${target = 2}").error().orElseThrow().message())
        .contains("target = 2 has no value");
    assertThat(run("%sql SELECT ${new Object()}").error().orElseThrow().message())
        .contains("column 13", "type Object can't be bound", "java.time");
    assertThat(run("%sql SELECT ${spark.range(1)}").error().orElseThrow().message())
        .contains("createOrReplaceTempView");
  }

  @Test
  void errors_point_at_line_and_column_within_the_cell() {
    assertThat(failure("%%sql\n\nSELECT name,\n  nam\nFROM people"))
        .contains("line 4, column 3: [UNRESOLVED_COLUMN.WITH_SUGGESTION]", "`name`")
        .contains("      nam\n      ^^^");
    assertThat(failure("%%sql\nSELECT 1;\nSELECT 2\nFORM people"))
        .contains("line 4, column 6: [PARSE_SYNTAX_ERROR]", "    FORM people\n         ^^^^^^");
    assertThat(failure("%sql SELECT * FROM peopel"))
        .contains("line 1, column 20: [TABLE_OR_VIEW_NOT_FOUND]", "did you mean people?")
        .contains("    SELECT * FROM peopel\n                  ^^^^^^");
    assertThat(failure("%%sql\nSELECT ${1000000} +\n  1 / (${5} - 5) FROM people"))
        .contains("[DIVIDE_BY_ZERO]", "column", "^^^");
    assertThat(failure("%%sql\nSELECT\n  CAST(name AS INT) FROM people"))
        .contains("line 3, column 3: [CAST_INVALID_INPUT]");
    assertThat(failure("%sql SELECT raise_error('boom')")).contains("boom");
    assertThat(failure("%sql SELECT :name")).contains("column 13", "${expression}");
    assertThat(failure("%sql SELECT upper('a', 'b')")).contains("[WRONG_NUM_ARGS");
  }

  @Test
  void into_declares_a_typed_variable() {
    assertThat(printed("%%sql --into aged\nSELECT name, age FROM people WHERE age > 1"))
        .isEqualTo("aged: Dataset<Row> [name: string, age: int]\n");
    assertThat(shown("aged.count()")).isEqualTo("2");
    assertThat(session.session().variables())
        .filteredOn(variable -> variable.name().equals("aged"))
        .extracting(Variable::typeName)
        .containsExactly("Dataset<Row>");
    printed("%%sql --into aged\nSELECT 1 AS n");
    assertThat(shown("aged.columns().length")).isEqualTo("1");
    assertThat(run("%%sql --into class\nSELECT 1").error().orElseThrow().message())
        .contains("--into needs the name");
  }

  @Test
  void limit_and_explain() {
    assertThat(shown("%%sql --limit 2\nSELECT id FROM range(50)")).contains("first 2 rows");
    assertThat(
            shown("%%sql --limit 30\nSELECT id FROM range(30)")
                .lines()
                .filter(l -> l.startsWith("|")))
        .hasSize(31);
    assertThat(printed("%%sql --explain\nSELECT count(*) FROM people WHERE age > ${1}"))
        .contains("== Physical Plan ==", "HashAggregate");
    assertThat(failure("%%sql --explain\nSELECT nothing")).contains("line 2, column 8");
    assertThat(run("%%sql --limit 0\nSELECT 1").error().orElseThrow().message())
        .contains("--limit");
  }

  @Test
  void a_script_with_begin_and_end_runs_as_one() {
    assertThat(
            shown(
                """
                %%sql
                BEGIN
                  DECLARE x INT DEFAULT 5;
                  WHILE x > 0 DO SET x = x - 1; END WHILE;
                  SELECT x AS gone;
                END;
                """))
        .contains("|   0|");
  }

  @Test
  void an_interrupt_cancels_the_job() throws Exception {
    CompletableFuture<CellResult> running =
        CompletableFuture.supplyAsync(
            () ->
                run(
                    "%sql SELECT count(n) FROM (SELECT reflect('java.lang.Thread', 'sleep', 1000L) AS n"
                        + " FROM range(0, 1000, 1, 1000))"));
    SparkExtension spark = session.session().extension(SparkExtension.class).orElseThrow();
    Awaitility.await()
        .until(
            () ->
                spark.running().isPresent()
                    && spark.running().get().jobs().stream()
                        .anyMatch(job -> job.state().equals("RUNNING")));
    session.session().interrupt();
    assertThat(running.get().error().orElseThrow().name()).isEqualTo(CellError.INTERRUPTED);
    assertThat(shown("%sql SELECT 1 AS still")).contains("still");
  }

  @Test
  void wrong_uses_are_explained() {
    assertThat(run("%sql").error().orElseThrow().message()).contains("%sql needs a statement");
    assertThat(run("%%sql\n \n").error().orElseThrow().message()).contains("no statement");
    assertThat(run("%%sql\n-- nothing\n/* at all */;").error()).isEmpty();
    assertThat(run("%%sql --into none\n-- nothing").error().orElseThrow().message())
        .contains("no statement");
    assertThat(run("%%sql SELECT 1\nSELECT 2").error().orElseThrow().message())
        .contains("lines below");
  }

  @Test
  void a_second_magic_in_a_cell_is_told_where_it_belongs() {
    assertThat(run("%%sql\nSELECT 1;\n%%sql\nSELECT 2").error().orElseThrow().message())
        .contains(", line 3: %%sql has to be the first line of its cell", "%sql takes one line");
    assertThat(printed("%%sql --into kept\n-- %%sql\nSELECT '\n%%sql' AS text"))
        .isEqualTo("kept: Dataset<Row> [text: string]\n");
  }

  @Test
  void into_names_the_first_columns_of_many() {
    String columns =
        IntStream.range(0, 50).mapToObj(i -> i + " AS column_" + i).collect(joining(", "));
    assertThat(printed("%%sql --into wide\nSELECT " + columns))
        .startsWith("wide: Dataset<Row> [column_0: int, column_1: int, ")
        .containsPattern(", … \\d+ more]\n$")
        .hasSizeLessThan(220);
  }

  @Test
  void chart_options_propose_the_columns_of_the_result() {
    run("spark.range(3).createOrReplaceTempView(\"charted\")");
    String query = "\nSELECT id AS year, id * ${6 * 7} AS income, 'x' AS name FROM charted";
    assertThat(proposed("%%sql --chart bar --x |" + query))
        .containsExactly("year", "income", "name");
    assertThat(proposed("%%sql --chart bar --x year --y in|" + query)).containsExactly("income");
    assertThat(proposed("%%sql --chart b|" + query)).contains("bar", "bubble", "box");
    assertThat(proposed("%%sql --chart bar --x |\nDROP VIEW charted")).isEmpty();
    assertThat(proposed("%%sql --chart bar --x |\nSELECT nothing FROM nowhere")).isEmpty();
  }

  @Test
  void a_chart_of_sql_takes_the_options_of_the_chart_magic() {
    assertThat(
            shown(
                "%%sql --chart bar --x year --y income --sum income --horizontal --y-title Euro\n"
                    + "SELECT * FROM VALUES (1, 2), (1, 3) AS t(year, income)"))
        .contains("bar chart");
  }

  /** Returns what is proposed at the bar. */
  private static List<String> proposed(String cell) {
    return session.complete(cell);
  }

  @Test
  void completes_tables_columns_functions_and_keywords() {
    run("%sql CREATE OR REPLACE TEMP VIEW odd AS SELECT 1 AS `a name`, 2 AS plain");
    assertThat(proposed("%%sql\nSELECT * FROM peo|")).containsExactly("people");
    assertThat(proposed("%%sql\nSELECT | FROM people")).startsWith("name", "age");
    assertThat(proposed("%%sql\nSELECT 1;\nSELECT a| FROM people WHERE 'x;'"))
        .contains("age", "avg");
    assertThat(proposed("%%sql\nSELECT p.| FROM people AS p JOIN odd o"))
        .containsExactly("name", "age");
    assertThat(proposed("%%sql\nSELECT o.| FROM people p, odd o"))
        .containsExactly("`a name`", "plain");
    assertThat(proposed("%%sql\nSELECT people.n| FROM people")).containsExactly("name");
    assertThat(proposed("%%sql\nSEL|")).contains("SELECT");
    assertThat(proposed("%%sql\nselect 1 ord|")).contains("order");
    assertThat(proposed("%sql SELECT * FROM peo|")).containsExactly("people");
    assertThat(proposed("%sql --lim|")).containsExactly("--limit");
    assertThat(proposed("%%sql\nSELECT approx_count_d|")).contains("approx_count_distinct");
  }

  @Test
  void completes_java_in_parameters_and_nothing_in_strings() {
    run("int veryLongName = 1;");
    assertThat(proposed("%%sql\nSELECT ${veryLo|}")).contains("veryLongName");
    assertThat(proposed("%%sql\nSELECT ${veryLo|")).contains("veryLongName");
    assertThat(proposed("%%sql\nSELECT 'veryLo|'")).isEmpty();
    assertThat(proposed("%%sql\nSELECT 1 -- SEL|\n")).isEmpty();
  }

  @Test
  void a_chart_of_the_result() {
    CellResult drawn = run("%%sql --chart bar --x name --y age --title Ages\nSELECT * FROM people");
    assertThat(drawn.error()).isEmpty();
    int cell = session.session().executionCount();
    assertThat(shown("Out(" + cell + ").getClass().getSimpleName()")).isEqualTo("Figure");
    assertThat(run("%%sql --chart baar\nSELECT 1").error().orElseThrow().message())
        .contains("did you mean bar?");
  }

  @Test
  void a_table_of_tablesaw_as_variable_and_back() {
    assertThat(printed("%%sql --into saw --table\nSELECT name, age FROM people"))
        .contains("saw: Table, ");
    assertThat(shown("saw.rowCount()")).isEqualTo("3");
    assertThat(shown("toDataset(saw.where(saw.intColumn(\"age\").isGreaterThan(30))).count()"))
        .isEqualTo("1");
    assertThat(printed("%%sql --into saw --table --limit 2\nSELECT id FROM range(9)"))
        .contains("saw: Table, ");
    assertThat(outputs.err()).contains("the first 2 rows, and there are more");
    assertThat(run("%%sql --table\nSELECT 1").error().orElseThrow().message()).contains("--into");
  }
}
