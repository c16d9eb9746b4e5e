package firesteel.api.table;

/**
 * Brings distributed data into this process: a Dataset becomes a table of Tablesaw. See {@link
 * firesteel.api.session.Session#extension}.
 */
public interface TableConversion {
  /**
   * A converted table.
   *
   * @param table the table
   * @param typeName its type, as a cell writes it
   * @param summary one line on it, for the user
   */
  record Converted(Object table, String typeName, String summary) {}

  /** Whether it converts a value. */
  boolean converts(Object data);

  /**
   * Converts a value; what is lost by it is said in the running cell.
   *
   * @param rows how many rows at most; 0 for as many as it takes by itself
   * @throws Exception what reading the data threw
   */
  Converted convert(Object data, int rows) throws Exception;
}
