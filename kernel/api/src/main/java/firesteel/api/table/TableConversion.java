package firesteel.api.table;

/**
 * Converts distributed data to a table in this process: a Dataset becomes a Tablesaw table. See
 * {@link firesteel.api.session.Session#extension}.
 */
public interface TableConversion {
  /**
   * A converted table.
   *
   * @param table the table
   * @param typeName its type, as a cell writes it
   * @param summary one line about the table, for the user
   */
  record Converted(Object table, String typeName, String summary) {}

  /** Returns whether this conversion accepts a value. */
  boolean converts(Object data);

  /**
   * Converts a value; the running cell shows a note on what is lost.
   *
   * @param rows the maximum number of rows; 0 for the default
   * @throws Exception what reading the data threw
   */
  Converted convert(Object data, int rows) throws Exception;
}
