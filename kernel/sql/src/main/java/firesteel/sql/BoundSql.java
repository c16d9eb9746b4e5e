package firesteel.sql;

import java.util.List;

/**
 * A statement with markers in place of its parameters.
 *
 * @param statement the statement as it was written
 * @param text the text that is run
 * @param values the values of the markers in order; may hold nulls
 * @param markers where the markers are, in order
 */
record BoundSql(SqlStatement statement, String text, List<Object> values, List<Marker> markers) {
  /**
   * The markers of a parameter: one, or several for a list.
   *
   * @param start where they start in the text that is run
   * @param end where they end, exclusive
   * @param parameter the parameter that they replace
   */
  record Marker(int start, int end, SqlToken parameter) {}

  /** Returns the place in the magic's text of a range of the text that is run. */
  SqlPlace place(int start, int end) {
    int from = original(start, false);
    int to = Math.max(from + 1, original(Math.max(start + 1, end), true));
    return new SqlPlace(statement.script(), from, to);
  }

  private int original(int position, boolean asEnd) {
    int at = statement.start() + position;
    for (Marker marker : markers) {
      if (asEnd ? position <= marker.start() : position < marker.start()) {
        break;
      }
      if (asEnd ? position <= marker.end() : position < marker.end()) {
        return asEnd ? marker.parameter().end() : marker.parameter().start();
      }
      at = marker.parameter().end() + position - marker.end();
    }
    return at;
  }

  /** Returns the parameter that a range of the text that is run touches, or null. */
  SqlToken parameterAt(int start, int end) {
    for (Marker marker : markers) {
      if (start < marker.end() && end > marker.start()) {
        return marker.parameter();
      }
    }
    return null;
  }

  /** Returns the position of a line and a column in the text that is run, both counted from 0. */
  int offset(int line, int column) {
    int at = 0;
    for (int i = 0; i < line; i++) {
      int next = text.indexOf('\n', at);
      if (next < 0) {
        break;
      }
      at = next + 1;
    }
    return Math.min(text.length(), at + column);
  }

  /** Returns the end of the token that starts at a position of the text that is run. */
  int tokenEnd(int position, SqlDialect dialect) {
    List<SqlToken> rest =
        SqlScanner.tokens(text.substring(Math.min(position, text.length())), dialect);
    return rest.isEmpty() || rest.get(0).start() > 0 ? position + 1 : position + rest.get(0).end();
  }
}
