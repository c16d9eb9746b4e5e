package firesteel.charts.plot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Draws parts of parts: a path of columns, whose values add up towards the first. */
final class HierarchyTraces implements Traces {
  private final PlotOptions options;
  private final ChartData data;
  private final List<Column> path;
  private final Map<Object, Series> top = new LinkedHashMap<>();

  /** A part of the whole. */
  private static final class Node {
    final String parent;
    final String label;
    final Series series;
    double sum;

    Node(String parent, String label, Series series) {
      this.parent = parent;
      this.label = label;
      this.series = series;
    }
  }

  HierarchyTraces(PlotOptions options, ChartData data) {
    this.options = options;
    this.data = data;
    this.path = data.all(Role.PATH);
    Series.of(path.get(0).distinct(), options.colors)
        .forEach(series -> top.put(series.value(), series));
  }

  @Override
  public boolean splitsByColor() {
    return false;
  }

  @Override
  public Map<String, Object> trace(TraceRows part) {
    Map<String, Node> nodes = nodes(part.rows());
    double[] sums = nodes.values().stream().mapToDouble(node -> node.sum).toArray();
    Map<String, Object> trace =
        FigureJson.object(
            "type", options.kind.label(),
            "ids", new ArrayList<>(nodes.keySet()),
            "labels", nodes.values().stream().map(node -> node.label).toList(),
            "parents", nodes.values().stream().map(node -> node.parent).toList(),
            "values", sums,
            "branchvalues", "total",
            "sort", options.kind == ChartKind.TREEMAP,
            "domain", part.panel().domain(),
            "marker",
                FigureJson.object(
                    "colors", nodes.values().stream().map(HierarchyTraces::color).toList()));
    if (options.kind == ChartKind.TREEMAP) {
      trace.put("textinfo", "label+value");
      trace.put("texttemplate", "%{label}<br>%{value:" + FigureText.format(sums) + "}");
      trace.put("tiling", FigureJson.object("pad", 2));
    } else {
      trace.put("insidetextorientation", "auto");
    }
    trace.put(
        "hovertemplate",
        "<b>%{label}</b><br>"
            + FigureText.inTemplate(data.get(Role.VALUES).name())
            + ": %{value:"
            + FigureText.format(sums)
            + "}<br>%{percentParent:.1%} of %{parent}<extra></extra>");
    return trace;
  }

  /** Returns all parts of some rows by their ids; a null ends a row's path. */
  private Map<String, Node> nodes(int[] rows) {
    Map<String, Node> nodes = new LinkedHashMap<>();
    for (int row : rows) {
      double value = data.get(Role.VALUES).number(row);
      String parent = "";
      Series series = top.get(path.get(0).get(row));
      for (Column level : path) {
        if (level.get(row) == null || Double.isNaN(value)) {
          break;
        }
        String label = level.label(row);
        String above = parent;
        // The length distinguishes "a/b" below "c" from "b" below "c/a".
        String id = above + label.length() + ":" + label + "/";
        nodes.computeIfAbsent(id, key -> new Node(above, FigureText.escape(label), series)).sum +=
            value;
        parent = id;
      }
    }
    return nodes;
  }

  private static String color(Node node) {
    return node.series.color();
  }

  @Override
  public void addTo(Map<String, Object> layout, List<Panel> panels, boolean fixed) {
    // The labels are in the plot itself: neither axes nor a legend.
  }

  @Override
  public boolean redraws() {
    return true;
  }
}
