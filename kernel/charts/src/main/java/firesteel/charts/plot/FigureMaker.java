package firesteel.charts.plot;

import firesteel.charts.Figure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Creates the figure of a {@link Plot}: reads the data, splits it into traces, lays them out. */
final class FigureMaker {
  private static final int MAX_SERIES = 100;
  private static final int MAX_PANELS = 24;
  private static final int MAX_FRAMES = 300;

  /** Identifies the trace in which a row is drawn. */
  private record Place(Object frame, Object panel, Object series) {}

  private static final int[] NO_ROWS = {};

  private final PlotOptions options;
  private ChartData data;
  private final Map<Place, int[]> rows = new HashMap<>();
  private final Set<Object> inLegend = new HashSet<>();

  FigureMaker(PlotOptions options) {
    this.options = options;
  }

  /**
   * Creates the figure; reads the data once.
   *
   * @throws IllegalArgumentException when the data doesn't fit the chart
   * @throws Exception what reading the data threw
   */
  Figure make() throws Exception {
    data = new ChartRows(options).of(new ChartReader(options).read());
    List<Object> frames = values(Role.ANIMATE, MAX_FRAMES);
    List<Object> facets = values(Role.FACET, MAX_PANELS);
    boolean splits = Traces.of(options, data).splitsByColor() && data.has(Role.COLOR);
    List<Object> colors = splits ? values(Role.COLOR, MAX_SERIES) : Arrays.asList((Object) null);
    Traces traces = Traces.of(options, data); // Again, because rows may have been left out.
    List<Panel> panels =
        data.has(Role.FACET) ? Panel.grid(facets, options.facetColumns) : List.of(Panel.only());
    List<Series> series =
        splits
            ? Series.of(colors, options.colors)
            : List.of(Series.only(measureName(), options.colors));
    place(splits);
    List<List<Map<String, Object>>> drawn = new ArrayList<>();
    for (Object frame : frames) {
      drawn.add(traces(traces, frame, panels, series, splits));
    }
    boolean animated = data.has(Role.ANIMATE) && drawn.size() > 1;
    String legend = splits ? FigureText.escape(data.get(Role.COLOR).name()) : null;
    if (options.kind == ChartKind.PIE) {
      legend = FigureText.escape(data.get(Role.NAMES).name());
    }
    Map<String, Object> layout =
        new ChartLayout(options, panels, animated).of(data.notes(), traces.remarks(), legend);
    traces.addTo(layout, panels, animated);
    if (!animated) {
      return Figure.of(drawn.get(0), layout);
    }
    Animation animation =
        new Animation(
            FigureText.escape(data.get(Role.ANIMATE).name()),
            frames.stream().map(frame -> FigureText.escape(Column.labelOf(frame))).toList(),
            drawn,
            traces.redraws());
    animation.addTo(layout);
    return new Figure(drawn.get(0), layout, animation.frames());
  }

  private String measureName() {
    Column measure = data.get(options.kind.measure() == null ? Role.X : options.kind.measure());
    return measure == null ? data.get(Role.Y).name() : measure.name();
  }

  /** Returns the distinct values of a column, limited in number; a single null without a column. */
  private List<Object> values(Role role, int most) {
    if (!data.has(role)) {
      return Arrays.asList((Object) null);
    }
    Column column = data.get(role);
    List<Object> values = column.distinct();
    if (values.size() <= most) {
      return values.isEmpty() ? Arrays.asList((Object) null) : values;
    }
    List<Object> first = values.subList(0, most);
    Set<Object> kept = new HashSet<>(first);
    int[] fewer =
        IntStream.range(0, data.rows()).filter(row -> kept.contains(column.get(row))).toArray();
    String note = "first %,d of %,d values of %s".formatted(most, values.size(), column.name());
    data = data.at(fewer).noting(note);
    return first;
  }

  private void place(boolean splits) {
    Map<Place, List<Integer>> found = new HashMap<>();
    for (int row = 0; row < data.rows(); row++) {
      Place place =
          new Place(
              value(Role.ANIMATE, row),
              value(Role.FACET, row),
              splits ? value(Role.COLOR, row) : null);
      found.computeIfAbsent(place, key -> new ArrayList<>()).add(row);
    }
    found.forEach(
        (place, all) -> {
          rows.put(place, all.stream().mapToInt(Integer::intValue).toArray());
          inLegend.add(List.of(place.panel() == null ? "" : place.panel(), text(place.series())));
        });
  }

  private static Object text(Object value) {
    return value == null ? "" : value;
  }

  private Object value(Role role, int row) {
    return data.has(role) ? data.get(role).get(row) : null;
  }

  private List<Map<String, Object>> traces(
      Traces traces, Object frame, List<Panel> panels, List<Series> series, boolean splits) {
    List<Map<String, Object>> drawn = new ArrayList<>();
    Set<Series> shown = new HashSet<>();
    for (Panel panel : panels) {
      for (Series one : series) {
        int[] here = rows.getOrDefault(new Place(frame, panel.value(), one.value()), NO_ROWS);
        boolean legend =
            splits
                && inLegend.contains(List.of(text(panel.value()), text(one.value())))
                && shown.add(one);
        drawn.add(traces.trace(new TraceRows(here, one, panel, legend)));
      }
    }
    return drawn;
  }
}
