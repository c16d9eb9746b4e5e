package firesteel.sql;

import static org.assertj.core.api.Assertions.assertThat;

import firesteel.api.session.Origin;
import java.util.List;
import org.junit.jupiter.api.Test;

class SqlPlaceTest {
  private static final Origin CELL = Origin.ofCell(3, 2);

  @Test
  void points_at_line_and_column_of_the_cell() {
    String text = "SELECT a,\n\tbad\nFROM t";
    int bad = text.indexOf("bad");
    assertThat(new SqlPlace(text, bad, bad + 3).report(CELL, 0, "no", "do"))
        .isEqualTo("Cell [3], line 3, column 2: no\n     bad\n     ^^^\nHint: do");
    assertThat(new SqlPlace(text, 7, 8).report(CELL, 5, "no", ""))
        .isEqualTo("Cell [3], line 2, column 13: no\n    SELECT a,\n           ^");
  }

  @Test
  void places_outside_the_text_are_brought_into_it() {
    assertThat(new SqlPlace("SELECT", 90, 99).report(CELL, 0, "no", ""))
        .isEqualTo("Cell [3], line 2, column 7: no\n    SELECT\n          ^");
    assertThat(new SqlPlace("", -1, -1).report(CELL, 0, "no", "")).contains("column 1");
  }

  @Test
  void long_lines_are_cut_around_the_place() {
    String text = "SELECT " + "x".repeat(5000) + " bad " + "y".repeat(5000);
    int bad = text.indexOf("bad");
    List<String> lines =
        new SqlPlace(text, bad, bad + 3).report(CELL, 0, "no", "").lines().toList();
    assertThat(lines.get(1)).hasSizeLessThan(200).contains(" bad ");
    assertThat(lines.get(2).indexOf('^')).isEqualTo(lines.get(1).indexOf("bad"));
  }

  @Test
  void positions_of_the_text_that_is_run_go_back_to_what_was_written() {
    String script = "SELECT 1; SELECT ${first} + ${second + 1}, bad";
    SqlStatement statement = SqlSplitter.split(script, SqlDialect.SPARK).get(1);
    List<SqlToken> parameters =
        statement.tokens().stream().filter(t -> t.kind() == SqlToken.Kind.PARAMETER).toList();
    // SELECT :_1, :_2 + :_3, bad
    BoundSql sql =
        new BoundSql(
            statement,
            "SELECT :_1, :_2 + :_3, bad",
            List.of(1, 2, 3),
            List.of(
                new BoundSql.Marker(7, 15, parameters.get(0)),
                new BoundSql.Marker(18, 21, parameters.get(1))));
    assertThat(text(sql.place(23, 26))).isEqualTo("bad");
    assertThat(text(sql.place(7, 10))).isEqualTo("${first}");
    assertThat(text(sql.place(12, 15))).isEqualTo("${first}");
    assertThat(text(sql.place(19, 20))).isEqualTo("${second + 1}");
    assertThat(text(sql.place(7, 21))).isEqualTo("${first} + ${second + 1}");
    assertThat(text(sql.place(0, 6))).isEqualTo("SELECT");
    assertThat(sql.parameterAt(0, 7)).isNull();
    assertThat(sql.parameterAt(14, 15)).isEqualTo(parameters.get(0));
  }

  private static String text(SqlPlace place) {
    return place.text().substring(place.start(), place.end());
  }
}
