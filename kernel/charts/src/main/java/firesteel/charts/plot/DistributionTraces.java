package firesteel.charts.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Draws histograms, boxes and violins: plotly.js counts, from the rows themselves. */
final class DistributionTraces implements Traces {
  private static final int MAX_BINS = 60;

  private final PlotOptions options;
  private final ChartData data;
  private final boolean isHistogram;
  private final Axis x;
  private final Axis y;
  private final Axes axes;

  DistributionTraces(PlotOptions options, ChartData data) {
    this.options = options;
    this.data = data;
    isHistogram = options.kind == ChartKind.HISTOGRAM;
    x =
        data.has(Role.X)
            ? new Axis(groups(data.get(Role.X)), options.xTitle, options.xLog, options.xRange)
            : null;
    y =
        data.has(Role.Y)
            ? new Axis(data.get(Role.Y), options.yTitle, options.yLog, options.yRange)
            : null;
    axes = new Axes(x, y, options.horizontal);
  }

  /**
   * Turns the column that groups boxes into a category, even if it is a number: each value gets a
   * place.
   */
  private Column groups(Column column) {
    if (isHistogram) {
      return column;
    }
    List<Object> labels = new ArrayList<>();
    Map<Object, String> sorted = new LinkedHashMap<>();
    column.distinct().forEach(value -> sorted.put(value, Column.labelOf(value)));
    column.values().forEach(value -> labels.add(sorted.get(value)));
    return new Column(column.name(), ColumnType.CATEGORY, labels);
  }

  @Override
  public boolean splitsByColor() {
    return true;
  }

  @Override
  public Map<String, Object> trace(TraceRows part) {
    String color = part.series().color();
    Map<String, Object> trace =
        FigureJson.object(
            "type",
            options.kind.label(),
            "name",
            part.series().label(),
            "legendgroup",
            part.series().label(),
            "showlegend",
            part.legend());
    boolean none = part.rows().length == 0;
    List<Object> nothing = Arrays.asList((Object) null);
    axes.put(
        trace,
        part.panel(),
        x == null ? null : none ? nothing : x.values(part.rows()),
        y == null ? null : none ? nothing : y.values(part.rows()));
    if (isHistogram) {
      addBins(trace, part, color);
    } else {
      trace.put("marker", FigureJson.object("color", color, "size", 4, "opacity", 0.6));
      trace.put("line", FigureJson.object("color", color, "width", 1.5));
      addShape(trace);
      if (data.has(Role.HOVER_NAME)) {
        trace.put(
            "text",
            Arrays.stream(part.rows())
                .mapToObj(row -> FigureText.escape(data.get(Role.HOVER_NAME).label(row)))
                .toList());
      }
      trace.put(
          axes.letterOfY() + "hoverformat", FigureText.format(y.column().numbers(data.allRows())));
    }
    return trace;
  }

  private void addShape(Map<String, Object> trace) {
    if (options.kind == ChartKind.VIOLIN) {
      trace.put("box", FigureJson.object("visible", true, "width", 0.2));
      trace.put("meanline", FigureJson.object("visible", true));
      trace.put("points", false);
      trace.put("spanmode", "hard");
    } else {
      trace.put("boxpoints", "outliers");
    }
  }

  private void addBins(Map<String, Object> trace, TraceRows part, String color) {
    trace.put("marker", FigureJson.object("color", color, "line", FigureJson.object("width", 0)));
    String letter = axes.letterOfX();
    double[] bins = bins();
    if (bins != null) {
      trace.put("autobin" + letter, false);
      trace.put(
          letter + "bins", FigureJson.object("start", bins[0], "end", bins[1], "size", bins[2]));
    } else if (options.bins > 0) {
      trace.put("nbins" + letter, options.bins);
    }
    String series =
        data.has(Role.COLOR)
            ? FigureText.inTemplate(data.get(Role.COLOR).name())
                + ": "
                + part.series().label().replace("{", "&#123;")
                + "<br>"
            : "";
    trace.put(
        "hovertemplate",
        series
            + x.title().replace("{", "&#123;")
            + ": %{"
            + letter
            + "}<br>count: %{"
            + axes.letterOfY()
            + ":,d}<extra></extra>");
  }

  /**
   * Returns start, end and size of round bins that all series and frames share; null without
   * numbers.
   */
  private double[] bins() {
    if (!x.column().isNumber()) {
      return null;
    }
    double[] numbers = x.column().numbers(data.allRows());
    if (numbers.length == 0) {
      return null;
    }
    double low = Arrays.stream(numbers).min().getAsDouble();
    double high = Arrays.stream(numbers).max().getAsDouble();
    boolean whole = Arrays.stream(numbers).allMatch(n -> n == Math.rint(n));
    int wanted =
        options.bins > 0
            ? options.bins
            : (int) Math.min(MAX_BINS, Math.max(8, Math.ceil(Math.sqrt(numbers.length))));
    double size = round((high - low) / wanted);
    if (size == 0 || whole && size < 1) {
      size = 1;
    }
    // Whole numbers are in the middle of their bar.
    double shift = whole && size == 1 ? 0.5 : 0;
    double start = Math.floor(low / size) * size - shift;
    double end = start + (Math.floor((high - start) / size) + 1) * size;
    return new double[] {start, end, size};
  }

  /** Rounds up to the next of 1, 2, 5, 10, … */
  private static double round(double size) {
    if (size <= 0) {
      return 0;
    }
    double power = Math.pow(10, Math.floor(Math.log10(size)));
    for (int factor : new int[] {1, 2, 5}) {
      if (factor * power >= size * (1 - 1e-9)) {
        return factor * power;
      }
    }
    return 10 * power;
  }

  @Override
  public void addTo(Map<String, Object> layout, List<Panel> panels, boolean fixed) {
    axes.addTo(layout, panels, fixed);
    if (isHistogram) {
      layout.put("barmode", "stack");
      layout.put("bargap", 0.03);
      if (fixed && bins() != null) {
        axes.setRange(layout, panels, List.of(0, mostInABin() * 1.05));
      }
    } else {
      layout.put(options.kind.label() + "mode", isGrouped() ? "group" : "overlay");
      for (Panel panel : panels) {
        if (x == null) {
          hideLabels(layout, panel.layoutName(axes.letterOfX() + "axis"));
        }
      }
    }
  }

  /** Whether series are side by side: a colour that only repeats x needs no room of its own. */
  private boolean isGrouped() {
    return data.has(Role.COLOR)
        && (x == null || !data.get(Role.COLOR).name().equals(data.get(Role.X).name()));
  }

  @SuppressWarnings("unchecked")
  private static void hideLabels(Map<String, Object> layout, String axis) {
    Map<String, Object> found = (Map<String, Object>) layout.get(axis);
    found.put("showticklabels", false);
    found.put("showgrid", false);
    found.remove("title");
  }

  private double mostInABin() {
    double[] bins = bins();
    Map<List<Object>, Integer> counts = new HashMap<>();
    for (int row = 0; row < data.rows(); row++) {
      List<Object> bin = new ArrayList<>();
      bin.add(Math.floor((x.column().number(row) - bins[0]) / bins[2]));
      for (Role role : List.of(Role.ANIMATE, Role.FACET)) {
        bin.add(data.has(role) ? data.get(role).get(row) : null);
      }
      counts.merge(bin, 1, Integer::sum);
    }
    return counts.values().stream().mapToInt(n -> n).max().orElse(1);
  }

  @Override
  public boolean redraws() {
    return true;
  }
}
