package firesteel.terminal.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The traces that share a pair of axes.
 *
 * @param title the title above it; may be empty
 * @param traces the traces that have data
 * @param seriesStyles the styles of the traces
 * @param xaxis the layout of the x axis
 * @param yaxis the layout of the y axis
 * @param layout the layout of the figure
 */
record TracePanel(
    String title,
    List<Map<?, ?>> traces,
    List<SeriesStyle> seriesStyles,
    Map<?, ?> xaxis,
    Map<?, ?> yaxis,
    Map<?, ?> layout) {

  /** Returns the panels of a figure in the order in which its traces name them. */
  static List<TracePanel> of(
      List<Map<?, ?>> traces, List<SeriesStyle> seriesStyles, Map<?, ?> layout) {
    Map<String, List<Integer>> byAxes = new LinkedHashMap<>();
    for (int i = 0; i < traces.size(); i++) {
      String axes = axis(traces.get(i), "xaxis") + " " + axis(traces.get(i), "yaxis");
      byAxes.computeIfAbsent(axes, key -> new ArrayList<>()).add(i);
    }
    List<Object> titles =
        byAxes.size() == 1
            ? List.of()
            : new ArrayList<>(LenientJson.list(layout.get("annotations")));
    List<TracePanel> panels = new ArrayList<>();
    byAxes.forEach(
        (axes, members) -> {
          Map<?, ?> first = traces.get(members.get(0));
          Object title = panels.size() < titles.size() ? titles.get(panels.size()) : null;
          panels.add(
              new TracePanel(
                  Label.clean(LenientJson.at(title, "text")),
                  members.stream().<Map<?, ?>>map(traces::get).toList(),
                  members.stream().map(seriesStyles::get).toList(),
                  LenientJson.map(layout.get(axis(first, "xaxis"))),
                  LenientJson.map(layout.get(axis(first, "yaxis"))),
                  layout));
        });
    return panels;
  }

  /** Returns the key of a trace's axis in the layout: x2 stands for xaxis2. */
  private static String axis(Map<?, ?> trace, String name) {
    String value = LenientJson.text(trace.get(name));
    return value.length() > 1 ? name + value.substring(1) : name;
  }

  /** The types of its traces. */
  Set<String> types() {
    Set<String> types = new TreeSet<>();
    traces.forEach(trace -> types.add(type(trace)));
    return types;
  }

  static String type(Map<?, ?> trace) {
    String type = LenientJson.text(trace.get("type"));
    return type.isEmpty() || type.equals("scattergl") ? "scatter" : type;
  }

  /** Returns the name of a trace; without one, it is trace 0 as in plotly.js. */
  String name(int trace) {
    String name = Label.clean(traces.get(trace).get("name"));
    return name.isEmpty() ? "trace " + trace : name;
  }

  /** Returns whether its bars are horizontal, with their values on the x axis. */
  boolean isHorizontal() {
    return traces.stream().anyMatch(trace -> "h".equals(trace.get("orientation")));
  }

  /** Returns the values of a trace; counts from 0 on when it has only those of the other axis. */
  static List<?> values(Map<?, ?> trace, String name, String other) {
    if (trace.get(name) != null) {
      return LenientJson.list(trace.get(name));
    }
    List<Object> places = new ArrayList<>();
    for (int i = 0; i < LenientJson.list(trace.get(other)).size(); i++) {
      places.add(i);
    }
    return places;
  }

  /** Returns all values on an axis. */
  List<Object> all(String name, String other) {
    List<Object> all = new ArrayList<>();
    traces.forEach(trace -> all.addAll(values(trace, name, other)));
    return all;
  }
}
