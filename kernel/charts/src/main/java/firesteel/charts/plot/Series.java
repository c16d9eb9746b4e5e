package firesteel.charts.plot;

import java.util.ArrayList;
import java.util.List;

/**
 * The points with one colour and one entry in the legend.
 *
 * @param value the value of the colour column; null for rows without one, and for a chart without a
 *     legend
 * @param label as shown, escaped
 * @param color such as {@code #0072B2}
 */
record Series(Object value, String label, String color) {
  /** Returns the only series of a chart without a colour column. */
  static Series only(String label, List<String> colors) {
    return new Series(null, FigureText.escape(label), colors.get(0));
  }

  /** Returns a series for each value; colours repeat when there are more values. */
  static List<Series> of(List<Object> values, List<String> colors) {
    List<Series> series = new ArrayList<>();
    for (Object value : values) {
      String color = value == null ? Palette.GREY : colors.get(series.size() % colors.size());
      series.add(new Series(value, label(value), color));
    }
    return series;
  }

  /** An empty label could not be clicked in the legend. */
  private static String label(Object value) {
    String label = FigureText.escape(Column.labelOf(value));
    return label.isBlank() ? "(blank)" : label;
  }
}
