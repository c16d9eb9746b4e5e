package firesteel.api.chart;

import firesteel.api.error.MagicException;
import java.util.List;

/**
 * What draws charts in a session; see {@link firesteel.api.session.Session#extension}:
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
   * Refuses the name of a kind that there isn't.
   *
   * @throws MagicException names the nearest kind, and all of them
   */
  void checkKind(String kind) throws MagicException;

  /**
   * Begins a chart.
   *
   * @param kind one of {@link #kinds}
   * @param data whatever is a table: a Dataset, a list of records, a map of columns, ...
   * @throws MagicException when there is no such kind
   */
  ChartBuilder chart(String kind, Object data) throws MagicException;

  /**
   * The names of the columns that a chart of this data could have, for completion: reads no rows,
   * runs no job and throws nothing. Empty when they can't be known that way.
   */
  List<String> columnsOf(Object data);
}
