package firesteel.sql;

import firesteel.api.error.MagicException;
import firesteel.api.session.Origin;

/**
 * Creates the errors of one magic's text, with their places in the cell.
 *
 * @param text the magic's text
 * @param origin where it starts
 * @param column how far its first line is indented in the cell
 * @param dialect the dialect of the SQL
 */
record SqlErrors(String text, Origin origin, int column, SqlDialect dialect) {
  MagicException at(SqlToken token, String message) {
    return at(token.start(), token.end(), message);
  }

  MagicException at(int start, int end, String message) {
    return at(new SqlPlace(text, start, end), message, "", null);
  }

  MagicException at(SqlPlace place, String message, String hint, Throwable cause) {
    return new MagicException(place.report(origin, column, message, hint), cause);
  }

  /** Returns the message for a parameter in place of a name. */
  String notAName(String parameter) {
    String name =
        parameter
            + " can't stand here: it is bound as a value, and a value can't be the name of a table"
            + " or a column";
    return dialect == SqlDialect.SPARK
        ? name + ". For a name write IDENTIFIER(" + parameter + ")"
        : name + ". Write the name itself";
  }
}
