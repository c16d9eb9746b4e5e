package firesteel.sql;

import firesteel.source.TextLine;
import java.util.List;

/**
 * One statement of a text.
 *
 * @param script the whole text
 * @param start where the statement starts in it, UTF-16 units
 * @param end where it ends, exclusive, without its semicolon
 * @param tokens its tokens, comments left out; at least one; their positions are in the whole text
 */
record SqlStatement(String script, int start, int end, List<SqlToken> tokens) {
  private static final int SHORT = 70;

  String text() {
    return script.substring(start, end);
  }

  /** Whether it begins with these keywords. */
  boolean begins(String... upperCase) {
    if (tokens.size() < upperCase.length) {
      return false;
    }
    for (int i = 0; i < upperCase.length; i++) {
      if (!tokens.get(i).isWord(script, upperCase[i])) {
        return false;
      }
    }
    return true;
  }

  /** Returns the line of the text that it starts on, counted from 1. */
  int line() {
    return TextLine.at(script, start).number();
  }

  /** Returns the statement in one short line. */
  String summary() {
    StringBuilder line = new StringBuilder();
    int before = start;
    for (SqlToken token : tokens) {
      if (token.start() > before) {
        line.append(' ');
      }
      line.append(token.text(script).replaceAll("\\s+", " "));
      before = token.end();
      if (line.length() > SHORT) {
        return line.substring(0, SHORT - 1) + "…";
      }
    }
    return line.toString();
  }
}
