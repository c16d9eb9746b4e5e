package firesteel.terminal.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jline.utils.AttributedString;

/** Draws the parts of a pie as bars with their percentages. */
final class PieChart {
  private PieChart() {}

  static List<AttributedString> draw(
      Map<?, ?> trace, String head, boolean coloured, int columns, int lines) {
    List<?> names = LenientJson.list(trace.get("labels"));
    List<?> values = LenientJson.list(trace.get("values"));
    Map<String, Double> sums = new LinkedHashMap<>();
    for (int i = 0; i < Math.max(names.size(), values.size()); i++) {
      double value =
          values.isEmpty() ? 1 : i < values.size() ? LenientJson.number(values.get(i)) : 0;
      if (value > 0) {
        sums.merge(
            i < names.size() ? CharacterAxis.category(names.get(i)) : "" + i, value, Double::sum);
      }
    }
    List<Map.Entry<String, Double>> slices = new ArrayList<>(sums.entrySet());
    if (!Boolean.FALSE.equals(trace.get("sort"))) {
      slices.sort(Map.Entry.comparingByValue(Comparator.reverseOrder()));
    }
    double all = slices.stream().mapToDouble(Map.Entry::getValue).sum();
    List<BarTable.Bar> bars = new ArrayList<>();
    for (Map.Entry<String, Double> slice : slices) {
      String percent = String.format(Locale.ROOT, "%5.1f %%", 100 * slice.getValue() / all);
      SeriesStyle seriesStyle = SeriesStyle.of(coloured ? bars.size() : 0, 1, coloured);
      bars.add(
          new BarTable.Bar(
              List.of(slice.getKey(), percent),
              List.of(new BarTable.Part(slice.getValue(), seriesStyle))));
    }
    return new BarTable(List.of(head, ""), "", true, false).draw(bars, columns, lines);
  }
}
