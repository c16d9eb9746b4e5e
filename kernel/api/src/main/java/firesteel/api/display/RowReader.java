package firesteel.api.display;

import java.util.Map;

/**
 * Reads a value as one row of a table.
 *
 * <pre>{@code
 * session.displays()
 *     .registerRows(Point.class, point -> Map.of("x", point.getX(), "y", point.getY()));
 * }</pre>
 *
 * @param <T> the values' type
 */
@FunctionalInterface
public interface RowReader<T> {
  /**
   * Returns the cells of a row.
   *
   * @return the values by column name, in the order of the columns
   * @throws Exception what reading threw
   */
  Map<String, Object> read(T value) throws Exception;
}
