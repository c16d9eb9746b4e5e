package firesteel.sql;

/**
 * An error in a statement.
 *
 * @param message what happened, without the position
 * @param hint what to do next; may be empty
 * @param start the start in the text that was run, in UTF-16 units; -1 when unknown
 * @param end the end there, exclusive
 * @param syntax whether the text could not be parsed: then the text at the position is wrong
 */
record SqlProblem(String message, String hint, int start, int end, boolean syntax) {
  static SqlProblem nowhere(String message, String hint) {
    return new SqlProblem(message, hint, -1, -1, false);
  }
}
