package firesteel.magics.sql;

import static org.assertj.core.api.Assertions.assertThat;

import firesteel.api.session.CellError;
import firesteel.api.session.CellResult;
import firesteel.api.session.RecordingOutputs;
import firesteel.charts.session.ChartsExtension;
import firesteel.engine.RealPart;
import firesteel.sql.SqlExtension;
import firesteel.testkit.TestSession;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code %%sql --jdbc} with real databases. */
class JdbcSqlTest {
  private static final AtomicReference<PostgresServer> POSTGRES = new AtomicReference<>();
  @TempDir static Path folder;
  private static TestSession session;

  private RecordingOutputs outputs = new RecordingOutputs(Optional.empty());

  @BeforeAll
  static void open() throws Exception {
    session =
        TestSession.builder()
            .extension(new SqlExtension())
            .extension(new ChartsExtension())
            .build();
    Optional<Path> programs = PostgresServer.programs();
    if (programs.isPresent()) {
      POSTGRES.set(PostgresServer.start(programs.get()));
    }
  }

  @AfterAll
  static void close() throws Exception {
    session.close();
    if (POSTGRES.get() != null) {
      POSTGRES.get().stop();
    }
  }

  @AfterEach
  void forgetTables() {
    session.session().extension(SqlExtension.class).orElseThrow().close();
  }

  private static PostgresServer postgres() {
    RealPart.require(POSTGRES.get() != null, "PostgreSQL (Debian: postgresql)");
    Awaitility.await().until(POSTGRES.get()::isReady);
    return POSTGRES.get();
  }

  private CellResult run(String code) {
    return run(code, Optional.empty());
  }

  private CellResult run(String code, Optional<String> answer) {
    outputs = new RecordingOutputs(answer);
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
    return outputs.out();
  }

  private String failure(String code) {
    CellError error = run(code).error().orElseThrow();
    String text = String.join("\n", error.traceback());
    assertThat(text).doesNotContain("    at ");
    return text;
  }

  /** Opens a new connection named db, to the database that a word names. */
  private void connect(String database) throws Exception {
    switch (database) {
      case "h2" -> printed("%sql --connect db jdbc:h2:mem:");
      case "sqlite" -> printed("%sql --connect db jdbc:sqlite::memory:");
      default -> {
        PostgresServer server = postgres();
        CellResult result =
            run(
                "%sql --user ada --password --connect db " + server.url(),
                Optional.of(PostgresServer.PASSWORD));
        assertThat(result.error()).isEmpty();
        assertThat(outputs.prompts()).containsExactly("Password of ada: ");
        assertThat(outputs.out() + outputs.err()).doesNotContain(PostgresServer.PASSWORD);
        printed("%sql --jdbc db DROP TABLE IF EXISTS city");
      }
    }
  }

  private void makeCities() {
    assertThat(
            printed(
                """
                %%sql --jdbc db
                CREATE TABLE city (name VARCHAR(20), people INT, founded DATE);
                INSERT INTO city VALUES ('Bern; BE', 134000, '1191-01-01'), ('Biel', 55000, NULL),
                  ('O''Town', NULL, NULL);
                UPDATE city SET people = 55001 WHERE name = 'Biel'
                """))
        .contains("ok  CREATE TABLE city", "3 rows  INSERT INTO city", "1 row  UPDATE city");
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2", "sqlite", "postgresql"})
  void statements_values_and_variables(String database) throws Exception {
    connect(database);
    makeCities();
    assertThat(shown("%%sql --jdbc db\nSELECT name, people FROM city ORDER BY name; -- done;"))
        .contains("|Bern; BE|134000|", "|Biel    | 55001|", "|O'Town  |  null|");
    run(
        "int least = 60000; List<String> wanted = List.of(\"Biel\", \"O'Town\"); String none = null;");
    assertThat(
            shown(
                "%sql --jdbc db SELECT name FROM city WHERE people > ${least} OR name IN (${wanted})"))
        .contains("Bern", "Biel", "O'Town");
    assertThat(shown("%sql --jdbc db SELECT name FROM city WHERE name = ${\"x' OR '1'='1\"}"))
        .doesNotContain("Bern");
    assertThat(
            printed("%sql --jdbc db INSERT INTO city VALUES (${\"New; --\"}, ${least}, ${none})"))
        .contains("1 row");
    assertThat(printed("%%sql --jdbc db --into rows\nSELECT name, people FROM city ORDER BY name"))
        .contains("rows: List<Map<String, Object>> [", "4 rows")
        .containsIgnoringCase("people: int");
    assertThat(shown("rows.get(0).values()")).isEqualTo("[Bern; BE, 134000]");
    assertThat(shown("%%sql --jdbc db --limit 2\nSELECT name FROM city")).contains("first 2 rows");
    assertThat(printed("%%sql --jdbc db --into some --limit 3\nSELECT * FROM city"))
        .contains("the first 3 rows; there are more");
    assertThat(printed("%%sql --jdbc db --explain\nSELECT * FROM city"))
        .containsIgnoringCase("city");
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2", "sqlite", "postgresql"})
  void errors_point_into_the_cell(String database) throws Exception {
    connect(database);
    makeCities();
    assertThat(failure("%%sql --jdbc db\nSELECT name,\n  nam\nFROM city"))
        .contains("line 3, column 3:", "nam\n      ^^^")
        .doesNotContain("Position:", "SQL statement:", "[42");
    assertThat(failure("%%sql --jdbc db\nSELECT 1;\nSELECT 'é', ${12345}\nFORM city WHERE 1 =="))
        .contains("line 4, column ")
        .doesNotContain("in SQL statement");
    assertThat(failure("%sql --jdbc db SELECT * FROM nowhere")).contains("nowhere\n", "^^^^^^^");
    assertThat(failure("%%sql --jdbc db\nSELECT *\nFROM ${\"city\"}"))
        .contains("line 3, column 6: ${\"city\"} can't stand here")
        .doesNotContain("IDENTIFIER");
    assertThat(failure("%sql --jdbc db SELECT * FROM city WHERE name = ${List.of(1)}"))
        .contains("within IN (...)");
    assertThat(shown("%sql --jdbc db SELECT 7 AS seven")).contains("7");
  }

  @Test
  void types_of_postgresql_are_kept() throws Exception {
    connect("postgresql");
    run("var day = java.time.LocalDate.of(2024, 2, 29); var now = java.time.Instant.EPOCH;");
    assertThat(
            printed(
                """
                %%sql --jdbc db --into typed
                SELECT 1::smallint AS a, 2::bigint AS b, 1.50::numeric AS c, true AS d,
                  DATE '2024-02-29' AS e, TIMESTAMP '2024-02-29 12:00:00' AS f, 'x'::text AS g,
                  ARRAY[1, 2] AS h, '\\x01'::bytea AS i, ${day} = DATE '2024-02-29' AS j,
                  ${now} = TIMESTAMPTZ '1970-01-01 00:00:00Z' AS k, NULL::int AS l, $$;'$$ AS m
                """))
        .contains("a: int2, b: int8, c: numeric, d: bool, e: date, f: timestamp, g: text");
    assertThat(shown("typed.get(0).get(\"e\") instanceof java.time.LocalDate")).isEqualTo("true");
    assertThat(shown("typed.get(0).get(\"f\")")).isEqualTo("2024-02-29T12:00");
    assertThat(shown("typed.get(0).get(\"c\")")).isEqualTo("1.50");
    assertThat(shown("typed.get(0).get(\"h\")")).isEqualTo("[1, 2]");
    assertThat(shown("typed.get(0).get(\"j\") + \" \" + typed.get(0).get(\"k\")"))
        .isEqualTo("true true");
    assertThat(shown("typed.get(0).get(\"m\")")).isEqualTo(";'");
  }

  @Test
  void the_password_comes_from_the_environment_or_from_pgpass() throws Exception {
    PostgresServer server = postgres();
    assertThat(failure("%sql --user ada --connect db " + server.url()))
        .contains("no connection with " + server.url(), "--password-env");
    assertThat(failure("%sql --user ada --password-env NOT_THERE --connect db " + server.url()))
        .contains("no environment variable NOT_THERE");
    session.session().magics().environment().set("DB_SECRET", PostgresServer.PASSWORD);
    assertThat(printed("%sql --user ada --password-env DB_SECRET --connect db " + server.url()))
        .isEqualTo("connected: db is " + server.url() + "\n");
    Path pgpass =
        Files.writeString(
            folder.resolve("pgpass"),
            "127.0.0.1:" + server.port() + ":*:ada:" + PostgresServer.PASSWORD + "\n");
    pgpass.toFile().setReadable(false, false);
    pgpass.toFile().setReadable(true, true);
    System.setProperty("org.postgresql.pgpassfile", pgpass.toString());
    try {
      assertThat(shown("%%sql --jdbc " + server.url() + " --user ada\nSELECT current_user AS me"))
          .contains("ada");
    } finally {
      System.clearProperty("org.postgresql.pgpassfile");
    }
    run("%sql --user ada --password --connect other " + server.url(), Optional.of("wr0ng"));
    assertThat(outputs.out() + outputs.err()).doesNotContain("wr0ng");
  }

  @Test
  void a_password_in_a_url_is_refused_and_not_repeated() {
    for (String url :
        new String[] {
          "jdbc:postgresql://h/d?user=a&password=hunter2",
          "jdbc:mysql://ada:hunter2@h/d",
          "jdbc:sqlserver://h;user=a;Password=hunter2"
        }) {
      assertThat(failure("%sql --connect db " + url))
          .contains("holds a password", "--password-env")
          .doesNotContain("hunter2");
    }
  }

  @Test
  void connections_are_listed_and_closed() {
    assertThat(printed("%sql --connections")).contains("No connections");
    printed("%sql --connect one jdbc:h2:mem:");
    run("%sql --connections");
    assertThat(outputs.shown().get(0).text()).contains("one", "jdbc:h2:mem:");
    assertThat(printed("%sql --close one")).isEqualTo("closed: one\n");
    assertThat(failure("%sql --close one")).contains("no connection one");
    assertThat(failure("%sql --jdbc one SELECT 1")).contains("%sql --connect one URL");
    assertThat(failure("%sql --connect one")).contains("URL");
    assertThat(failure("%sql --connect one jdbc:h2:mem: --user x")).contains("options before it");
    assertThat(failure("%sql --jdbc jdbc:postgresqll://h/d SELECT 1")).contains("no JDBC driver");
    assertThat(failure("%sql --jdbc jdbc:mysql://h/d SELECT 1"))
        .contains("%maven com.mysql:mysql-connector-j:");
  }

  @Test
  void a_url_stays_connected_from_cell_to_cell() {
    printed("%sql --jdbc jdbc:sqlite::memory: CREATE TABLE kept (n INT)");
    assertThat(shown("%sql --jdbc jdbc:sqlite::memory: SELECT count(*) AS n FROM kept"))
        .contains("0");
  }

  @Test
  void shows_two_hundred_rows_unless_told_otherwise() {
    assertThat(shown("%sql --jdbc jdbc:h2:mem: SELECT x FROM system_range(1, 5000)"))
        .contains("|200|", "first 200 rows")
        .doesNotContain("|201|");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgresql"})
  void an_interrupt_cancels_the_statement(String database) throws Exception {
    connect(database);
    String endless =
        database.equals("sqlite")
            ? "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT count(*) FROM c"
            : "SELECT pg_sleep(600)";
    CompletableFuture<CellResult> running =
        CompletableFuture.supplyAsync(() -> run("%sql --jdbc db " + endless));
    Awaitility.await()
        .until(
            () ->
                Thread.getAllStackTraces().keySet().stream()
                    .anyMatch(thread -> thread.getName().startsWith("sql of ")));
    session.session().interrupt();
    assertThat(running.get().error().orElseThrow().name()).isEqualTo(CellError.INTERRUPTED);
    assertThat(shown("%sql --jdbc db SELECT 7 AS seven")).contains("7");
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2", "sqlite", "postgresql"})
  void completes_tables_and_columns(String database) throws Exception {
    connect(database);
    makeCities();
    assertThat(proposed("%%sql --jdbc db\nSELECT * FROM cit|")).containsExactly("city");
    assertThat(proposed("%%sql --jdbc db\nSELECT c.peo| FROM city c")).containsExactly("people");
    assertThat(proposed("%%sql --jdbc nowhere\nSEL|")).isEmpty();
    assertThat(
            proposed(
                "%%sql --jdbc db --chart bar --x |\nSELECT name, people * 2 AS twice FROM city"))
        .containsExactly("name", "twice");
  }

  private static List<String> proposed(String cell) {
    return session.complete(cell).stream().map(text -> text.toLowerCase(Locale.ROOT)).toList();
  }
}
