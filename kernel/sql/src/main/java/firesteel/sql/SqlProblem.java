package firesteel.sql;

/**
 * What went wrong with a statement.
 *
 * @param message what happened, without the place
 * @param hint what to do next; may be empty
 * @param start where in the text that was run, UTF-16 units; -1 when nobody knows
 * @param end where it ends there, exclusive
 * @param syntax whether the text could not be read: then what stands at the place is wrong there
 */
record SqlProblem(String message, String hint, int start, int end, boolean syntax) {
  static SqlProblem nowhere(String message, String hint) {
    return new SqlProblem(message, hint, -1, -1, false);
  }
}
