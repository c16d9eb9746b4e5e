package firesteel.charts.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Draws bars, lines, points and bubbles. */
final class PointTraces implements Traces {
  /** Lines with fewer points mark each of them. */
  private static final int FEW_POINTS = 30;

  /** SVG is slow with more points. */
  private static final int MAX_SVG_POINTS = 20_000;

  private static final double MAX_BUBBLE_SIZE = 45;

  private final PlotOptions options;
  private final ChartData data;
  private final Axis x;
  private final Axis y;
  private final Axes axes;

  PointTraces(PlotOptions options, ChartData data) {
    this.options = options;
    this.data = data;
    x = new Axis(data.get(Role.X), options.xTitle, options.xLog, options.xRange);
    y = new Axis(data.get(Role.Y), options.yTitle, options.yLog, options.yRange);
    axes = new Axes(x, y, options.horizontal);
  }

  @Override
  public boolean splitsByColor() {
    return !isScale();
  }

  /**
   * Whether the colour is a scale: a number colours points on a scale, but distinguishes bars and
   * lines.
   */
  private boolean isScale() {
    return (options.kind == ChartKind.SCATTER || options.kind == ChartKind.BUBBLE)
        && data.has(Role.COLOR)
        && data.get(Role.COLOR).isNumber();
  }

  @Override
  public Map<String, Object> trace(TraceRows part) {
    int[] rows = options.kind == ChartKind.LINE ? inOrder(part.rows()) : part.rows();
    Map<String, Object> trace =
        FigureJson.object(
            "type", type(), "name", part.series().label(), "legendgroup", part.series().label());
    trace.put("showlegend", part.legend());
    axes.put(trace, part.panel(), values(x, rows), values(y, rows));
    HoverText hover = new HoverText(data);
    if (data.has(Role.COLOR) && splitsByColor()) {
      hover.fixed(FigureText.escape(data.get(Role.COLOR).name()), part.series().label());
    }
    hover.line(x.title(), x.hover(axes.letterOfX())).line(y.title(), y.hover(axes.letterOfY()));
    if (data.has(Role.SIZE)) {
      hover.line(data.get(Role.SIZE));
    }
    if (isScale()) {
      hover.line(data.get(Role.COLOR));
    }
    hover.addTo(trace, rows);
    if (data.has(Role.ANIMATE) && data.has(Role.HOVER_NAME)) {
      trace.put("ids", Arrays.stream(rows).mapToObj(data.get(Role.HOVER_NAME)::label).toList());
    }
    switch (options.kind) {
      case BAR -> trace.put("marker", FigureJson.object("color", part.series().color()));
      case LINE -> addLine(trace, part.series(), rows.length);
      default -> addMarkers(trace, part.series(), rows);
    }
    return trace;
  }

  private String type() {
    if (options.kind == ChartKind.BAR) {
      return "bar";
    }
    return data.rows() > MAX_SVG_POINTS ? "scattergl" : "scatter";
  }

  /**
   * Returns the values of a trace; a trace without any would lose its colour's place in the legend.
   */
  private static List<Object> values(Axis axis, int[] rows) {
    return rows.length == 0 ? Arrays.asList((Object) null) : axis.values(rows);
  }

  /** Sorts rows along x: a Dataset gives them in any order, and a line goes from left to right. */
  private int[] inOrder(int[] rows) {
    Comparator<Integer> order =
        switch (x.column().type()) {
          case NUMBER -> Comparator.comparingDouble(row -> x.column().number(row));
          case TIME -> Comparator.comparing(row -> x.column().label(row));
          case CATEGORY -> {
            Map<Object, Integer> place = new HashMap<>();
            x.column().distinct().forEach(category -> place.put(category, place.size()));
            yield Comparator.comparing(row -> place.get(x.column().get(row)));
          }
        };
    return IntStream.of(rows).boxed().sorted(order).mapToInt(Integer::intValue).toArray();
  }

  private void addLine(Map<String, Object> trace, Series series, int points) {
    boolean few = points <= FEW_POINTS && !data.has(Role.FACET);
    trace.put("mode", few ? "lines+markers" : "lines");
    trace.put("line", FigureJson.object("color", series.color(), "width", 2));
    trace.put("marker", FigureJson.object("color", series.color(), "size", 5));
    trace.put("connectgaps", false);
  }

  private void addMarkers(Map<String, Object> trace, Series series, int[] rows) {
    Map<String, Object> marker =
        isScale()
            ? FigureJson.object("color", data.get(Role.COLOR).pick(rows), "coloraxis", "coloraxis")
            : FigureJson.object("color", series.color());
    Column size = data.get(Role.SIZE);
    if (size == null) {
      marker.put("size", 7);
      marker.put("opacity", 0.8);
    } else {
      double largest = Arrays.stream(size.numbers(data.allRows())).max().orElse(1);
      marker.put("size", size.pick(rows));
      marker.put("sizemode", "area");
      marker.put("sizemin", 2);
      marker.put("sizeref", 2 * (largest > 0 ? largest : 1) / (MAX_BUBBLE_SIZE * MAX_BUBBLE_SIZE));
      marker.put("opacity", 0.7);
    }
    marker.put("line", FigureJson.object("width", 0.5, "color", "rgba(128,128,128,0.5)"));
    trace.put("mode", "markers");
    trace.put("marker", marker);
  }

  @Override
  public void addTo(Map<String, Object> layout, List<Panel> panels, boolean fixed) {
    axes.addTo(layout, panels, fixed);
    if (fixed && !y.hasRange() && options.kind == ChartKind.BAR && !y.isLog()) {
      axes.setRange(layout, panels, barRange());
    }
    if (data.has(Role.SIZE) && layout.get("legend") instanceof Map<?, ?> legend) {
      layout.put("legend", withSameSize(legend));
    }
    if (options.kind == ChartKind.BAR) {
      layout.put("barmode", options.stacked ? "relative" : "group");
      layout.put("bargap", 0.2);
    }
    if (isScale()) {
      layout.put("coloraxis", ColorScale.of(data.get(Role.COLOR), null));
    }
  }

  /** Gives bubbles of all sizes one size in the legend. */
  private static Map<Object, Object> withSameSize(Map<?, ?> legend) {
    Map<Object, Object> same = new LinkedHashMap<>(legend);
    same.put("itemsizing", "constant");
    return same;
  }

  /** Returns the range from zero to the highest bar, or the highest stack, of all frames. */
  private List<Object> barRange() {
    Map<List<Object>, Double> heights = new HashMap<>();
    for (int row = 0; row < data.rows(); row++) {
      List<Object> stack = new ArrayList<>();
      double height = y.column().number(row);
      stack.add(options.stacked ? x.column().get(row) : (Object) row);
      stack.add(height < 0);
      for (Role role : List.of(Role.ANIMATE, Role.FACET)) {
        stack.add(data.has(role) ? data.get(role).get(row) : null);
      }
      if (!Double.isNaN(height)) {
        heights.merge(stack, height, Double::sum);
      }
    }
    double low = Math.min(0, heights.values().stream().mapToDouble(h -> h).min().orElse(0));
    double high = Math.max(0, heights.values().stream().mapToDouble(h -> h).max().orElse(1));
    double room = (high - low) / 20;
    return List.of(low < 0 ? low - room : 0.0, high > 0 ? high + room : 0.0);
  }

  @Override
  public boolean redraws() {
    return false;
  }
}
