package firesteel.api.table;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Which rows and columns of a table to read.
 *
 * @param rows the maximum number of rows; at least 0
 * @param columns the names of the columns, in the order wanted; empty for all
 */
public record TableRequest(int rows, List<String> columns) {
  /** Checks the number of rows. */
  public TableRequest {
    columns = List.copyOf(columns);
    if (rows < 0) {
      throw new IllegalArgumentException("a number of rows from 0 on is needed, not " + rows);
    }
  }

  /** Returns a request for the first rows with all columns. */
  public static TableRequest rows(int rows) {
    return new TableRequest(rows, List.of());
  }

  /**
   * Returns the positions of the requested columns. A name that occurs twice means the first; a
   * name that differs only in case matches when it is unambiguous.
   *
   * @param names of all columns
   * @throws NoSuchColumnException when a requested column doesn't exist
   */
  public int[] positions(List<String> names) {
    return columns.isEmpty()
        ? IntStream.range(0, names.size()).toArray()
        : columns.stream().mapToInt(wanted -> position(wanted, names)).toArray();
  }

  private static int position(String wanted, List<String> names) {
    int exact = names.indexOf(wanted);
    if (exact >= 0) {
      return exact;
    }
    int[] alike =
        IntStream.range(0, names.size())
            .filter(i -> names.get(i).equalsIgnoreCase(wanted))
            .toArray();
    if (alike.length != 1) {
      throw new NoSuchColumnException(wanted, names);
    }
    return alike[0];
  }
}
