package firesteel.terminal.chart;

import firesteel.api.display.TextWidth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/**
 * Draws a Plotly figure with characters: bars, lines, points, histograms, pies and boxes. Draws the
 * first frame of an animation.
 */
public final class TextChart {
  private static final int LINES = 20;
  private static final int MIN_LINES = 6;
  private static final int MAX_PANELS = 6;
  private static final int USUAL_WIDTH = 80;
  private static final int MIN_WIDTH = 30;
  private static final int MAX_WIDTH = 100;

  private final List<Map<?, ?>> traces = new ArrayList<>();
  private final Map<?, ?> layout;
  private final int frames;
  private final int columns;
  private final boolean coloured;

  private TextChart(Map<?, ?> figure, int columns, boolean coloured) {
    for (Object trace : LenientJson.list(figure.get("data"))) {
      if (trace instanceof Map<?, ?> map && isVisible(map)) {
        traces.add(map);
      }
    }
    layout = LenientJson.map(figure.get("layout"));
    frames = LenientJson.list(figure.get("frames")).size();
    this.columns =
        columns <= 0 ? USUAL_WIDTH : Math.max(MIN_WIDTH, Math.min(columns - 1, MAX_WIDTH));
    this.coloured = coloured;
  }

  private static boolean isVisible(Map<?, ?> trace) {
    Object visible = trace.get("visible");
    return visible == null || Boolean.TRUE.equals(visible);
  }

  /**
   * Draws a figure.
   *
   * @param figure the JSON of a Plotly figure: {@code data}, {@code layout}, perhaps {@code frames}
   * @param columns the width of the terminal; 0 when it isn't known
   * @param coloured whether series differ by colours or by characters
   * @return some 20 lines; empty when the figure has other kinds of charts
   * @throws RuntimeException when the figure is invalid
   */
  public static Optional<AttributedString> of(Map<?, ?> figure, int columns, boolean coloured) {
    TextChart chart = new TextChart(figure, columns, coloured);
    return chart.drawn().map(lines -> AttributedString.join(new AttributedString("\n"), lines));
  }

  private Optional<List<AttributedString>> drawn() {
    List<SeriesStyle> seriesStyles = SeriesStyle.of(traces, coloured);
    List<TracePanel> panels = TracePanel.of(traces, seriesStyles, layout);
    if (panels.isEmpty()
        || panels.size() > MAX_PANELS
        || !panels.stream().allMatch(this::isKnown)) {
      return Optional.empty();
    }
    List<AttributedString> lines = new ArrayList<>();
    for (String line : Label.lines(LenientJson.title(layout.get("title")))) {
      AttributedStyle style = AttributedStyle.DEFAULT;
      lines.add(
          new AttributedString(
              TextWidth.fit(line, columns), lines.isEmpty() ? style.bold() : style));
    }
    Optional<AttributedString> legend = legend(panels);
    legend.ifPresent(lines::add);
    int room = LINES - lines.size() - (frames > 1 ? 1 : 0);
    int each = Math.max(MIN_LINES, room / panels.size() - (panels.size() > 1 ? 1 : 0));
    for (TracePanel panel : panels) {
      if (!panel.title().isEmpty()) {
        lines.add(new AttributedString(TextWidth.fit(panel.title(), columns)));
      }
      lines.addAll(isEmpty(panel) ? List.of(new AttributedString("no data")) : draw(panel, each));
    }
    if (frames > 1) {
      lines.add(new AttributedString("the first of %,d frames".formatted(frames)));
    }
    return Optional.of(lines);
  }

  private boolean isKnown(TracePanel panel) {
    Set<String> types = panel.types();
    return Set.of("scatter", "bar").containsAll(types)
        || types.equals(Set.of("histogram"))
            && panel.traces().stream().allMatch(HistogramBins::isCount)
        || Set.of("box", "violin").containsAll(types)
            && panel.traces().stream().noneMatch(trace -> trace.containsKey("q1"))
        || types.equals(Set.of("pie")) && traces.size() == 1;
  }

  private static boolean isEmpty(TracePanel panel) {
    return panel.traces().stream().allMatch(TextChart::isEmpty);
  }

  /** Returns whether a trace has no values on one of its axes. */
  private static boolean isEmpty(Map<?, ?> trace) {
    List<List<?>> given = new ArrayList<>();
    for (String name : List.of("x", "y", "values", "labels")) {
      if (trace.get(name) != null) {
        given.add(LenientJson.list(trace.get(name)));
      }
    }
    return given.isEmpty()
        || given.stream().anyMatch(list -> list.stream().allMatch(value -> value == null));
  }

  private List<AttributedString> draw(TracePanel panel, int lines) {
    Set<String> types = panel.types();
    if (types.equals(Set.of("bar"))) {
      BarChart bars = new BarChart(panel);
      if (!bars.isBetterDrawnAsPoints(lines - 1)) {
        return bars.draw(columns, lines);
      }
    }
    if (types.contains("histogram")) {
      return new HistogramBins(panel).draw(columns, lines);
    }
    if (types.contains("pie")) {
      String head = Label.clean(LenientJson.title(LenientJson.at(layout, "legend", "title")));
      return PieChart.draw(panel.traces().get(0), head, coloured, columns, lines);
    }
    return types.contains("box") || types.contains("violin")
        ? new BoxChart(panel).draw(columns, lines)
        : new PointChart(panel).draw(columns, lines);
  }

  /** Returns the legend of the series; grouped bars and boxes have labels instead. */
  private Optional<AttributedString> legend(List<TracePanel> panels) {
    Map<String, AttributedString> entries = new LinkedHashMap<>();
    for (TracePanel panel : panels) {
      Set<String> types = panel.types();
      boolean named =
          types.equals(Set.of("bar")) && new BarChart(panel).isGrouped()
              || types.contains("box")
              || types.contains("violin");
      for (int t = 0; !named && t < panel.traces().size(); t++) {
        entries.putIfAbsent(panel.name(t), entry(panel, t));
      }
    }
    AttributedStringBuilder legend = new AttributedStringBuilder();
    entries
        .values()
        .forEach(entry -> legend.append(legend.length() == 0 ? "" : "  ").append(entry));
    if (entries.size() < 2) {
      return Optional.empty();
    }
    AttributedString whole = legend.toAttributedString();
    String text = whole.toString();
    return Optional.of(
        TextWidth.of(text) <= columns
            ? whole
            : AttributedString.join(
                AttributedString.EMPTY,
                whole.subSequence(0, TextWidth.endOfColumns(text, columns - 1)),
                new AttributedString("…")));
  }

  private static AttributedString entry(TracePanel panel, int trace) {
    SeriesStyle seriesStyle = panel.seriesStyles().get(trace);
    boolean points = panel.types().contains("scatter");
    char sample =
        points && seriesStyle.mark() != 0 ? seriesStyle.mark() : points ? '•' : seriesStyle.fill();
    return new AttributedStringBuilder()
        .styled(seriesStyle.style(), String.valueOf(sample))
        .append(" " + panel.name(trace))
        .toAttributedString();
  }
}
