package firesteel.api.chart;

import firesteel.api.error.MagicException;
import java.util.List;

/**
 * Draws the charts of a session; see {@link firesteel.api.session.Session#extension}:
 *
 * <pre>{@code
 * Charts charts = session.extension(Charts.class).orElseThrow();
 * Object figure = charts.chart("bar", rows).x("year").y("income").figure();
 * }</pre>
 */
public interface Charts {
  /** The names of the kinds of charts: {@code bar}, {@code line}, ... */
  List<String> kinds();

  /**
   * Checks that a kind of chart exists.
   *
   * @throws MagicException when it doesn't; the message names the nearest kind and lists all of
   *     them
   */
  void checkKind(String kind) throws MagicException;

  /**
   * Begins a chart.
   *
   * @param kind one of {@link #kinds}
   * @param data any value that is a table: a Dataset, a list of records, a map of columns, ...
   * @throws MagicException when there is no such kind
   */
  ChartBuilder chart(String kind, Object data) throws MagicException;

  /**
   * Returns the names of the columns that a chart of this data could have, for completion: reads no
   * rows, runs no job and never throws. Empty when that is not enough to know them.
   */
  List<String> columnsOf(Object data);
}
