package firesteel.sql;

import firesteel.sql.SqlToken.Kind;
import java.lang.reflect.InvocationTargetException;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads from a driver's exception what is wrong, and where in the statement, as far as the driver
 * tells.
 */
final class JdbcProblem {
  /**
   * Matches what messages repeat: the statement itself, and the position, which is reported
   * separately.
   */
  private static final Pattern REPEATED =
      Pattern.compile(
          "; SQL statement:\\n.*| in SQL statement \".*|\\n\\s*Position: \\d+|^\\[SQLITE_\\w+\\] [^(]*\\((.*)\\)$",
          Pattern.DOTALL);

  /** Matches H2's form of a line break within a statement. */
  private static final Pattern ESCAPED = Pattern.compile("\\\\([0-9a-f]{4})");

  /** Matches a name that a message complains about. */
  private static final Pattern NAMED =
      Pattern.compile(
          "near \"([^\"]+)\"|no such (?:table|column|function): (?:\\w+\\.)?([^\\s)]+)"
              + "|(?:Table|Column|Function|Schema|View) \"([^\"]+)\"");

  private JdbcProblem() {}

  static SqlProblem of(SQLException thrown, BoundSql sql) {
    String message = String.valueOf(thrown.getMessage());
    String said = REPEATED.matcher(message).replaceAll("$1").strip();
    boolean syntax =
        String.valueOf(thrown.getSQLState()).startsWith("42") || said.contains("syntax");
    int start = postgresPosition(thrown, sql);
    if (start < 0) {
      start = h2Position(message, sql);
    }
    if (start >= 0) {
      int end = sql.tokenEnd(start, SqlDialect.STANDARD);
      return new SqlProblem(clean(said), "", start, end, syntax);
    }
    return named(said, message, sql, syntax);
  }

  /** Removes the mark of the position, and H2's number of the error. */
  private static String clean(String said) {
    return said.replace("[*]", "").replaceFirst(" \\[\\d+-\\d+\\]$", "");
  }

  /** PostgreSQL counts characters, from 1, in a text whose parameters are $1, $2 and so on. */
  private static int postgresPosition(SQLException thrown, BoundSql sql) {
    int position;
    try {
      Object details = thrown.getClass().getMethod("getServerErrorMessage").invoke(thrown);
      if (details == null) {
        return -1;
      }
      position = (int) details.getClass().getMethod("getPosition").invoke(details) - 1;
    } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
      return -1; // Another driver's exception.
    }
    int number = 0;
    int reported = 0;
    for (int i = 0; i < sql.text().length() && position >= 0; ) {
      boolean marker = sql.text().charAt(i) == '?' && sql.parameterAt(i, i + 1) != null;
      number += marker ? 1 : 0;
      reported += marker ? 1 + String.valueOf(number).length() : 1;
      if (reported > position) {
        return i;
      }
      i += Character.charCount(sql.text().codePointAt(i));
    }
    return position < 0 ? -1 : sql.text().length();
  }

  /** Returns the position: H2 repeats the statement with a mark in it. */
  private static int h2Position(String message, BoundSql sql) {
    int mark = message.indexOf("[*]");
    int open = message.indexOf('"');
    if (mark < 0 || open < 0 || open > mark) {
      return -1;
    }
    String before =
        ESCAPED
            .matcher(message.substring(open + 1, mark))
            .replaceAll(
                found ->
                    Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(found.group(1), 16))));
    return sql.text().startsWith(before) ? before.length() : -1;
  }

  /** Returns the position of the name in the message, when it occurs only once. */
  private static SqlProblem named(String said, String message, BoundSql sql, boolean syntax) {
    Matcher name = NAMED.matcher(message);
    if (name.find()) {
      String wanted =
          name.group(1) != null
              ? name.group(1)
              : name.group(2) != null ? name.group(2) : name.group(3);
      List<SqlToken> found =
          SqlScanner.tokens(sql.text(), SqlDialect.STANDARD).stream()
              .filter(token -> token.kind() != Kind.COMMENT)
              .filter(token -> token.name(sql.text()).equalsIgnoreCase(wanted))
              .toList();
      if (found.size() == 1) {
        SqlToken token = found.get(0);
        return new SqlProblem(clean(said), "", token.start(), token.end(), syntax);
      }
    }
    return SqlProblem.nowhere(clean(said), "");
  }
}
