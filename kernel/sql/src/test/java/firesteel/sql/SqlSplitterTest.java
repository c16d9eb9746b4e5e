package firesteel.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlSplitterTest {
  private static List<String> spark(String sql) {
    return SqlSplitter.split(sql, SqlDialect.SPARK).stream().map(SqlStatement::text).toList();
  }

  private static List<String> standard(String sql) {
    return SqlSplitter.split(sql, SqlDialect.STANDARD).stream().map(SqlStatement::text).toList();
  }

  @Test
  void splits_at_semicolons_and_leaves_out_what_is_empty() {
    assertThat(spark("SELECT 1; SELECT 2;\n;; -- the end\n ;"))
        .containsExactly("SELECT 1", "SELECT 2");
    assertThat(spark("")).isEmpty();
    assertThat(spark(" \n\t-- nothing\n/* at all */;")).isEmpty();
    assertThat(spark("\uFEFFSELECT 1\u00A0;\u00A0SELECT 2"))
        .containsExactly("SELECT 1", "SELECT 2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT ';' AS a",
        "SELECT 'it''s; fine'",
        "SELECT 'a\\'; b'",
        "SELECT \"a;b\", \"c\\\";\"",
        "SELECT r'\\'",
        "SELECT 'a\\\\'",
        "SELECT `a;b`, `c``;d`",
        "SELECT 1 /* ; /* nested; */ ; */ + 1",
        "SELECT 1 -- ; 'no string\n + 1",
        "SELECT /*+ BROADCAST(t) */ 1",
        "SELECT ${\"a;b\" + ';' + map(x -> { return 1; })}",
        "SELECT ${\"}\"}",
        "SELECT 'a\n;\nb'",
      })
  void one_statement_stays_whole(String sql) {
    assertThat(spark(sql + ";SELECT 2")).containsExactly(sql, "SELECT 2");
  }

  @Test
  void what_is_not_closed_reaches_to_the_end() {
    for (String open : List.of("'", "\"", "`", "/*", "${")) {
      assertThat(spark("SELECT 1; SELECT " + open + " x; y")).first().isEqualTo("SELECT 1");
      assertThat(spark("SELECT 1; SELECT " + open + " x; y")).hasSize(2);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BEGIN SELECT 1; SELECT 2; END",
        "begin\n declare x int; set x = case when true then 1 else 2 end; select x; end",
        "BEGIN IF x > 1 THEN SELECT 1; ELSE SELECT 2; END IF; SELECT 3; END",
        "BEGIN WHILE x > 0 DO SET x = x - 1; END WHILE; END",
        "BEGIN lbl: LOOP LEAVE lbl; END LOOP lbl; REPEAT SET x = 1; UNTIL TRUE END REPEAT; END",
        "BEGIN CASE WHEN TRUE THEN SELECT 1; ELSE SELECT 2; END CASE; SELECT 1; END",
        "BEGIN BEGIN SELECT 1; END; FOR r AS SELECT 1 DO SELECT 2; END FOR; END",
        "outer_block: BEGIN SELECT 1; END outer_block",
        "BEGIN SELECT ';END;'; -- END;\n SELECT 2; END",
      })
  void a_script_is_one_statement(String script) {
    assertThat(spark(script + "; SELECT 2")).containsExactly(script, "SELECT 2");
  }

  @Test
  void begin_of_a_transaction_is_a_statement_of_its_own() {
    assertThat(standard("BEGIN; INSERT INTO t VALUES (1); END; SELECT 1"))
        .containsExactly("BEGIN", "INSERT INTO t VALUES (1)", "END", "SELECT 1");
    assertThat(standard("BEGIN TRANSACTION; SELECT 1; COMMIT")).hasSize(3);
    assertThat(standard("SELECT begin FROM t; SELECT CASE WHEN a THEN 1 END; SELECT 2")).hasSize(3);
  }

  @Test
  void triggers_and_functions_of_databases_keep_their_bodies() {
    String trigger =
        "CREATE TRIGGER t AFTER INSERT ON a BEGIN UPDATE a SET n = CASE WHEN 1 THEN 2 END;"
            + " DELETE FROM b; END";
    assertThat(standard(trigger + "; SELECT 1")).containsExactly(trigger, "SELECT 1");
    String function =
        "CREATE FUNCTION f() RETURNS int AS $body$ BEGIN RETURN 1; END; $body$ LANGUAGE x";
    assertThat(standard(function + "; SELECT $$;$$")).containsExactly(function, "SELECT $$;$$");
  }

  @Test
  void dialects_differ_in_quotes() {
    assertThat(standard("SELECT 'a\\'; SELECT 2")).containsExactly("SELECT 'a\\'", "SELECT 2");
    assertThat(standard("SELECT E'a\\'; b'; SELECT 2"))
        .containsExactly("SELECT E'a\\'; b'", "SELECT 2");
    assertThat(standard("SELECT \"a;\"\"b\"; SELECT $1")).hasSize(2);
    assertThat(standard("SELECT a$b; SELECT 2")).hasSize(2);
  }

  @Test
  void statements_know_their_lines_and_are_summed_up_in_one() {
    List<SqlStatement> statements =
        SqlSplitter.split("SELECT 1;\n\n-- two\nCREATE  TABLE\n  t(a INT)", SqlDialect.SPARK);
    assertThat(statements.get(1).line()).isEqualTo(4);
    assertThat(statements.get(1).summary()).isEqualTo("CREATE TABLE t(a INT)");
    String wide = "SELECT " + "x".repeat(200);
    assertThat(SqlSplitter.split(wide, SqlDialect.SPARK).get(0).summary())
        .hasSizeLessThan(80)
        .endsWith("…");
  }

  @Test
  void nothing_makes_the_scanner_fail_or_lose_text() {
    java.util.Random random = new java.util.Random(42);
    String alphabet = "aB1 '\"`$\\{};()-/*\n.:E\uD83D\uDE00r?@#";
    for (int i = 0; i < 3000; i++) {
      StringBuilder sql = new StringBuilder();
      for (int n = random.nextInt(40); n > 0; n--) {
        sql.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      for (SqlDialect dialect : SqlDialect.values()) {
        int end = 0;
        for (SqlToken token : SqlScanner.tokens(sql.toString(), dialect)) {
          assertThat(token.start()).isGreaterThanOrEqualTo(end);
          assertThat(token.end()).isGreaterThan(token.start());
          assertThat(sql.substring(end, token.start())).isBlank();
          end = token.end();
        }
        assertThat(sql.substring(end)).isBlank();
        SqlSplitter.split(sql.toString(), dialect);
      }
    }
  }
}
