package firesteel.api.table;

import java.util.List;

/**
 * Reads values of some type as rows and columns, which are shown as a table, drawn as a chart or
 * described by statistics. Found by {@link java.util.ServiceLoader}, so that it works without a
 * session too. To read a value, call {@link Tables#read}.
 *
 * <pre>{@code
 * public final class MatrixReader implements TableReader {
 *   public boolean reads(Object value) {
 *     return value instanceof Matrix;
 *   }
 *
 *   public Table read(Object value, TableRequest request) {
 *     Matrix matrix = (Matrix) value;
 *     int[] wanted = request.positions(matrix.names());
 *     List<Table.Column> columns =
 *         Arrays.stream(wanted).mapToObj(i -> new Table.Column(matrix.names().get(i), "double")).toList();
 *     List<List<Object>> rows =
 *         matrix.rows().stream()
 *             .limit(request.rows())
 *             .map(row -> Arrays.stream(wanted).<Object>mapToObj(row::get).toList())
 *             .toList();
 *     return new Table(columns, rows, matrix.rows().size());
 *   }
 * }
 * }</pre>
 */
public interface TableReader {
  /** The maximum number of rows for statistics in memory. */
  int MAX_ROWS = 1_000_000;

  /**
   * Whether this reader reads the value; decided by its class, without slow work.
   *
   * @param value never null
   */
  boolean reads(Object value);

  /**
   * Reads the first rows.
   *
   * <p>The table's values are null, String, Boolean, numbers, java.time types, byte[], and lists
   * and maps of these. An instant is a {@link java.time.ZonedDateTime} in the session's time zone,
   * a struct a map from field name to value in the order of the fields.
   *
   * @param value one that {@link #reads} takes
   * @return at most the rows asked for; with {@code total} -1 when there are more and they aren't
   *     counted
   * @throws NoSuchColumnException when a requested column doesn't exist
   * @throws Exception any failure; the user sees it as the cell's error
   */
  Table read(Object value, TableRequest request) throws Exception;

  /**
   * Computes statistics of columns. By default of the first {@value #MAX_ROWS} rows, in memory; for
   * values that can do it where the data is, in one pass.
   *
   * @param value one that {@link #reads} takes
   * @param columns the names of the columns; empty for all
   * @throws NoSuchColumnException when a requested column doesn't exist
   * @throws Exception any failure; the user sees it as the cell's error
   */
  default TableStatistics statistics(Object value, List<String> columns) throws Exception {
    return InMemoryStatistics.of(read(value, new TableRequest(MAX_ROWS, columns)));
  }

  /**
   * Returns the names of the columns, for completion: found without reading rows.
   *
   * @param value one that {@link #reads} takes
   * @return empty when they can't be known that way
   * @throws Exception any failure; it isn't shown
   */
  default List<String> columns(Object value) throws Exception {
    return List.of();
  }
}
