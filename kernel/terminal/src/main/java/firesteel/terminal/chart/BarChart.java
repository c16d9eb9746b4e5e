package firesteel.terminal.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jline.utils.AttributedString;

/** Draws bars of categories, grouped or stacked. */
final class BarChart {
  private final TracePanel panel;
  private final String places;
  private final String lengths;
  private final CharacterAxis placeAxis;
  private final CharacterAxis lengthAxis;

  BarChart(TracePanel panel) {
    this.panel = panel;
    boolean lying = panel.isHorizontal();
    places = lying ? "y" : "x";
    lengths = lying ? "x" : "y";
    Map<?, ?> placeLayout = lying ? panel.yaxis() : panel.xaxis();
    Map<?, ?> lengthLayout = lying ? panel.xaxis() : panel.yaxis();
    placeAxis = new CharacterAxis(placeLayout, panel.all(places, lengths));
    lengthAxis = new CharacterAxis(lengthLayout, panel.all(lengths, places));
  }

  /** Whether there are too many bars for one line each, and their categories are ordered. */
  boolean isBetterDrawnAsPoints(int lines) {
    return !placeAxis.isCategorical() && !panel.isHorizontal() && bars().size() > lines;
  }

  List<AttributedString> draw(int columns, int lines) {
    List<String> heads = new ArrayList<>(List.of(placeAxis.title()));
    if (isGrouped()) {
      heads.add(Label.clean(LenientJson.title(LenientJson.at(panel.layout(), "legend", "title"))));
    }
    return new BarTable(heads, lengthAxis.title(), lengthAxis.isGrouped(), lengthAxis.isLog())
        .draw(bars(), columns, lines);
  }

  private boolean isStacked() {
    String mode = LenientJson.text(panel.layout().get("barmode"));
    return mode.equals("stack") || mode.equals("relative");
  }

  /** Returns whether each bar stands for one series of several. */
  boolean isGrouped() {
    return panel.traces().size() > 1 && !isStacked();
  }

  private List<BarTable.Bar> bars() {
    Map<String, double[]> values = new LinkedHashMap<>();
    if (placeAxis.isCategorical()) {
      placeAxis.categories().forEach(name -> values.put(name, null));
    } else {
      panel.all(places, lengths).stream()
          .filter(place -> !Double.isNaN(placeAxis.position(place)))
          .sorted((a, b) -> Double.compare(placeAxis.position(a), placeAxis.position(b)))
          .forEach(place -> values.put(CharacterAxis.category(place), null));
    }
    for (int t = 0; t < panel.traces().size(); t++) {
      List<?> where = TracePanel.values(panel.traces().get(t), places, lengths);
      List<?> howLong = TracePanel.values(panel.traces().get(t), lengths, places);
      for (int i = 0; i < Math.min(where.size(), howLong.size()); i++) {
        String place = CharacterAxis.category(where.get(i));
        if (values.containsKey(place)) {
          double[] row = values.computeIfAbsent(place, key -> nothing());
          double value = LenientJson.number(howLong.get(i));
          // Bars at one place overlap: the longest is drawn.
          row[t] = Math.abs(row[t]) >= Math.abs(value) ? row[t] : value;
        }
      }
    }
    values.values().removeIf(row -> row == null);
    List<BarTable.Bar> bars = new ArrayList<>();
    values.forEach((place, row) -> bars.addAll(bars(place, row)));
    return bars;
  }

  private double[] nothing() {
    double[] row = new double[panel.traces().size()];
    Arrays.fill(row, Double.NaN);
    return row;
  }

  private List<BarTable.Bar> bars(String place, double[] row) {
    List<BarTable.Part> parts =
        IntStream.range(0, row.length)
            .mapToObj(t -> new BarTable.Part(row[t], panel.seriesStyles().get(t)))
            .toList();
    if (!isGrouped()) {
      return List.of(new BarTable.Bar(List.of(place), parts));
    }
    return IntStream.range(0, row.length)
        .mapToObj(t -> new BarTable.Bar(List.of(place, panel.name(t)), List.of(parts.get(t))))
        .toList();
  }
}
