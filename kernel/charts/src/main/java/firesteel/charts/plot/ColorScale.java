package firesteel.charts.plot;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Maps numbers to colours, with the bar that explains them. */
final class ColorScale {
  /**
   * Blue, light, red: for numbers on both sides of zero; distinguishable with any colour vision.
   */
  private static final List<List<Object>> TWO_SIDED =
      List.of(
          List.of(0, "#2166AC"),
          List.of(0.25, "#67A9CF"),
          List.of(0.5, "#F7F7F7"),
          List.of(0.75, "#EF8A62"),
          List.of(1, "#B2182B"));

  private ColorScale() {}

  /**
   * Returns a scale over all numbers of a column; its middle is zero when they are on both sides of
   * it.
   *
   * @param title null for the column's name
   */
  static Map<String, Object> of(Column column, String title) {
    double[] numbers =
        column.values().stream()
            .filter(Number.class::isInstance)
            .mapToDouble(value -> ((Number) value).doubleValue())
            .toArray();
    double low = Arrays.stream(numbers).min().orElse(0);
    double high = Arrays.stream(numbers).max().orElse(1);
    boolean twoSided = low < 0 && high > 0;
    double reach = Math.max(-low, high);
    return FigureJson.object(
        "colorscale", twoSided ? TWO_SIDED : "Viridis",
        "cmin", twoSided ? -reach : low,
        "cmax", twoSided ? reach : high > low ? high : low + 1,
        "colorbar", bar(title == null ? FigureText.escape(column.name()) : title, numbers));
  }

  private static Map<String, Object> bar(String title, double[] numbers) {
    return FigureJson.object(
        "title",
        FigureJson.object("text", title, "side", "top", "font", FigureJson.object("size", 12)),
        "thickness",
        14,
        "len",
        0.8,
        "outlinewidth",
        0,
        "ticks",
        "outside",
        "ticklen",
        3,
        "tickfont",
        FigureJson.object("size", 11),
        "separatethousands",
        !FigureText.isYears(numbers));
  }
}
