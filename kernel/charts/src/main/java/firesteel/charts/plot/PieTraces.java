package firesteel.charts.plot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Draws parts of a whole; rows of one name are one part. */
final class PieTraces implements Traces {
  /** With more parts, labels are only inside, where they fit. */
  private static final int FEW_PARTS = 8;

  private final ChartData data;
  private final Map<Object, Series> parts = new LinkedHashMap<>();

  PieTraces(PlotOptions options, ChartData data) {
    this.data = data;
    Series.of(data.get(Role.NAMES).distinct(), options.colors)
        .forEach(series -> parts.put(series.value(), series));
  }

  @Override
  public boolean splitsByColor() {
    return false;
  }

  @Override
  public Map<String, Object> trace(TraceRows part) {
    Map<Object, Double> sums = new LinkedHashMap<>();
    for (int row : part.rows()) {
      double value = data.get(Role.VALUES).number(row);
      if (!Double.isNaN(value)) {
        sums.merge(data.get(Role.NAMES).get(row), value, Double::sum);
      }
    }
    List<Object> labels = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    List<Object> colors = new ArrayList<>();
    for (Series series : parts.values()) {
      Double sum = sums.get(series.value());
      if (sum != null) {
        labels.add(series.label());
        values.add(sum);
        colors.add(series.color());
      }
    }
    double[] numbers = values.stream().mapToDouble(value -> (Double) value).toArray();
    Map<String, Object> trace =
        FigureJson.object(
            "type",
            "pie",
            "labels",
            labels,
            "values",
            values,
            "domain",
            part.panel().domain(),
            "sort",
            false,
            "direction",
            "clockwise",
            "texttemplate",
            "%{percent:.1%}",
            "textposition",
            parts.size() > FEW_PARTS ? "inside" : "auto",
            "marker",
            FigureJson.object("colors", colors));
    trace.put(
        "hovertemplate",
        "<b>%{label}</b><br>"
            + FigureText.inTemplate(data.get(Role.VALUES).name())
            + ": %{value:"
            + FigureText.format(numbers)
            + "} (%{percent:.1%})<extra></extra>");
    return trace;
  }

  @Override
  public void addTo(Map<String, Object> layout, List<Panel> panels, boolean fixed) {
    layout.put("showlegend", true);
  }

  @Override
  public boolean redraws() {
    return true;
  }
}
