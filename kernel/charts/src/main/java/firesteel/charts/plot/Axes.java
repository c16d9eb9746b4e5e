package firesteel.charts.plot;

import java.util.List;
import java.util.Map;

/** The two axes of each panel, which share their ranges. */
final class Axes {
  private final Axis x;
  private final Axis y;
  private final boolean horizontal;

  /**
   * Creates the axes.
   *
   * @param y null when the chart only counts
   * @param horizontal whether the column along x is drawn vertically
   */
  Axes(Axis x, Axis y, boolean horizontal) {
    this.x = x;
    this.y = y;
    this.horizontal = horizontal;
  }

  /** Returns Plotly's letter of the axis that the chart calls x. */
  String letterOfX() {
    return horizontal ? "y" : "x";
  }

  String letterOfY() {
    return horizontal ? "x" : "y";
  }

  /** Puts a trace's values on the axes of its panel. */
  void put(Map<String, Object> trace, Panel panel, List<Object> xValues, List<Object> yValues) {
    if (xValues != null) {
      trace.put(letterOfX(), xValues);
    }
    if (yValues != null) {
      trace.put(letterOfY(), yValues);
    }
    trace.put("xaxis", panel.axis("x"));
    trace.put("yaxis", panel.axis("y"));
    if (horizontal) {
      trace.put("orientation", "h");
    }
  }

  /** Adds the axes of all panels; inner ones have no title. */
  void addTo(Map<String, Object> layout, List<Panel> panels, boolean fixed) {
    for (Panel panel : panels) {
      for (String letter : List.of("x", "y")) {
        layout.put(panel.layoutName(letter + "axis"), axis(letter, panel, panels.size(), fixed));
      }
    }
  }

  private Map<String, Object> axis(String letter, Panel panel, int panels, boolean fixed) {
    boolean along = letter.equals("x");
    Axis source = along == horizontal ? y : x;
    boolean fromTop = !along && horizontal && source != null && source.column().isCategory();
    Map<String, Object> axis = source == null ? countAxis() : source.layout(fromTop);
    if (fixed && source != null && !source.hasRange()) {
      axis.remove("autorange");
      axis.put("range", source.wholeRange(fromTop));
    }
    axis.put("domain", along ? panel.xDomain() : panel.yDomain());
    axis.put("anchor", panel.axis(along ? "y" : "x"));
    if (panel.index() > 0) {
      axis.put("matches", letter);
    }
    if (panels > 1) {
      boolean outer = along ? panel.last() : panel.first();
      axis.put("showticklabels", outer);
      if (!outer) {
        axis.remove("title");
      }
    }
    return axis;
  }

  private static Map<String, Object> countAxis() {
    Axis count = new Axis(new Column("count", ColumnType.NUMBER, List.of(0L)), null, false, null);
    Map<String, Object> axis = count.layout(false);
    axis.remove("dtick");
    axis.remove("tickformat");
    return axis;
  }

  /** Replaces the range of the chart's y in all panels. */
  void setRange(Map<String, Object> layout, List<Panel> panels, List<Object> range) {
    for (Panel panel : panels) {
      @SuppressWarnings("unchecked")
      Map<String, Object> axis =
          (Map<String, Object>) layout.get(panel.layoutName(letterOfY() + "axis"));
      axis.put("range", range);
    }
  }
}
