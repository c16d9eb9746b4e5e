package firesteel.charts.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Draws a grid of coloured cells; pairs without a row are holes. */
final class HeatmapTraces implements Traces {
  private final ChartData data;
  private final Axis x;
  private final Axis y;
  private final Axes axes;
  private final List<Object> columns;
  private final List<Object> lines;

  HeatmapTraces(PlotOptions options, ChartData data) {
    this.data = data;
    x = new Axis(data.get(Role.X), options.xTitle, options.xLog, options.xRange);
    y = new Axis(data.get(Role.Y), options.yTitle, options.yLog, options.yRange);
    axes = new Axes(x, y, false);
    columns = data.get(Role.X).distinct();
    lines = data.get(Role.Y).distinct();
  }

  @Override
  public boolean splitsByColor() {
    return false;
  }

  @Override
  public Map<String, Object> trace(TraceRows part) {
    Map<Object, Integer> places = places(columns);
    Map<Object, List<Object>> grid = new HashMap<>();
    lines.forEach(
        line -> grid.put(line, new ArrayList<>(Collections.nCopies(columns.size(), null))));
    for (int row : part.rows()) {
      grid.get(data.get(Role.Y).get(row))
          .set(places.get(data.get(Role.X).get(row)), data.get(Role.VALUES).get(row));
    }
    Map<String, Object> trace = FigureJson.object("type", "heatmap");
    axes.put(trace, part.panel(), ends(x, columns), ends(y, lines));
    trace.put("z", lines.stream().map(grid::get).toList());
    trace.put("coloraxis", "coloraxis");
    trace.put("hoverongaps", false);
    trace.put("xgap", 1);
    trace.put("ygap", 1);
    double[] values = data.get(Role.VALUES).numbers(data.allRows());
    trace.put(
        "hovertemplate",
        "%s: %s<br>%s: %s<br>%s: %%{z:%s}<extra></extra>"
            .formatted(
                x.title().replace("{", "&#123;"),
                x.hover("x"),
                y.title().replace("{", "&#123;"),
                y.hover("y"),
                FigureText.inTemplate(data.get(Role.VALUES).name()),
                FigureText.format(values)));
    return trace;
  }

  private static Map<Object, Integer> places(List<Object> values) {
    Map<Object, Integer> places = new HashMap<>();
    values.forEach(value -> places.put(value, places.size()));
    return places;
  }

  /** Returns the labels of an axis in the order of its values. */
  private static List<Object> ends(Axis axis, List<Object> values) {
    int[] rows = values.stream().mapToInt(value -> axis.column().values().indexOf(value)).toArray();
    return axis.values(rows);
  }

  @Override
  public void addTo(Map<String, Object> layout, List<Panel> panels, boolean fixed) {
    axes.addTo(layout, panels, false);
    for (Panel panel : panels) {
      for (String name : Arrays.asList("xaxis", "yaxis")) {
        noGrid(layout, panel.layoutName(name));
      }
      if (y.column().isCategory() && !y.hasRange()) {
        fromTop(layout, panel.layoutName("yaxis"));
      }
    }
    layout.put("coloraxis", ColorScale.of(data.get(Role.VALUES), null));
  }

  @SuppressWarnings("unchecked")
  private static void noGrid(Map<String, Object> layout, String axis) {
    ((Map<String, Object>) layout.get(axis)).put("showgrid", false);
  }

  /**
   * Puts the first category of an axis at the top, because a matrix is read from its first line on.
   */
  @SuppressWarnings("unchecked")
  private static void fromTop(Map<String, Object> layout, String axis) {
    ((Map<String, Object>) layout.get(axis)).put("autorange", "reversed");
  }

  @Override
  public boolean redraws() {
    return true;
  }
}
