package firesteel.terminal.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jline.utils.AttributedString;

/** Counts the values in each range, or the occurrences of each category. */
final class HistogramBins {
  private static final int MAX_BINS = 16;

  private final TracePanel panel;
  private final String name;
  private final CharacterAxis axis;
  private final String countTitle;

  HistogramBins(TracePanel panel) {
    this.panel = panel;
    boolean lying = panel.traces().get(0).get("x") == null;
    name = lying ? "y" : "x";
    axis = new CharacterAxis(lying ? panel.yaxis() : panel.xaxis(), panel.all(name, name));
    countTitle =
        Label.clean(LenientJson.title((lying ? panel.xaxis() : panel.yaxis()).get("title")));
  }

  /** Returns whether a histogram shows counts; sums, means and densities aren't supported. */
  static boolean isCount(Map<?, ?> trace) {
    return Set.of("", "count").contains(LenientJson.text(trace.get("histfunc")))
        && LenientJson.text(trace.get("histnorm")).isEmpty()
        && !Boolean.TRUE.equals(LenientJson.at(trace, "cumulative", "enabled"));
  }

  List<AttributedString> draw(int columns, int lines) {
    Map<String, int[]> counts = axis.isCategorical() ? ofCategories() : ofRanges(lines - 1);
    List<BarTable.Bar> bars = new ArrayList<>();
    counts.forEach(
        (label, row) ->
            bars.add(
                new BarTable.Bar(
                    List.of(label),
                    IntStream.range(0, row.length)
                        .mapToObj(t -> new BarTable.Part(row[t], panel.seriesStyles().get(t)))
                        .toList())));
    String head = countTitle.isEmpty() ? "count" : countTitle;
    return new BarTable(List.of(axis.title()), head, true, false).draw(bars, columns, lines);
  }

  private Map<String, int[]> ofCategories() {
    Map<String, int[]> counts = new LinkedHashMap<>();
    axis.categories().forEach(label -> counts.put(label, new int[panel.traces().size()]));
    count((trace, value) -> counts.get(CharacterAxis.category(value))[trace]++);
    counts.values().removeIf(row -> Arrays.stream(row).sum() == 0);
    return counts;
  }

  private Map<String, int[]> ofRanges(int lines) {
    if (axis.isEmpty()) {
      return Map.of();
    }
    Object bins = panel.traces().get(0).get("xbins");
    double size = LenientJson.number(LenientJson.at(bins, "size"));
    double start = LenientJson.number(LenientJson.at(bins, "start"));
    if (!(size > 0) || Double.isNaN(start) || axis.max() - start > size * 100_000) {
      axis.settle(false);
      List<CharacterAxis.Tick> ticks = axis.ticks(MAX_BINS - 2);
      size = ticks.size() < 2 ? axis.max() - axis.min() : ticks.get(1).at() - ticks.get(0).at();
      start = Math.floor(axis.min() / size) * size;
    }
    int count = (int) Math.floor((axis.max() - start) / size + 1e-9) + 1;
    boolean lastAtEnd = count > 1 && start + (count - 1) * size >= axis.max() * (1 - 1e-12);
    if (lastAtEnd
        && LenientJson.number(LenientJson.at(bins, "end"))
            <= start + (count - 1) * size * (1 + 1e-12)) {
      count--; // The largest value lies at the end of the last range, and belongs to it.
    }
    int merged = (count + Math.max(1, lines) - 1) / Math.max(1, lines);
    double width = size * merged;
    int ranges = (count + merged - 1) / merged;
    int[][] rows = new int[ranges][panel.traces().size()];
    double from = start;
    count(
        (trace, value) -> {
          int range = (int) Math.floor((axis.position(value) - from) / width + 1e-9);
          rows[Math.max(0, Math.min(ranges - 1, range))][trace]++;
        });
    Map<String, int[]> counts = new LinkedHashMap<>();
    List<String> labels = labels(start, width, ranges);
    IntStream.range(0, ranges).forEach(i -> counts.put(labels.get(i), rows[i]));
    return counts;
  }

  private List<String> labels(double start, double width, int ranges) {
    double[] ends = IntStream.rangeClosed(0, ranges).mapToDouble(i -> start + i * width).toArray();
    List<String> texts = axis.texts(ends);
    int widest = Label.widest(texts);
    return IntStream.range(0, ranges)
        .mapToObj(
            i -> Label.right(texts.get(i), widest) + " – " + Label.right(texts.get(i + 1), widest))
        .toList();
  }

  private interface Counter {
    void count(int trace, Object value);
  }

  private void count(Counter counter) {
    for (int t = 0; t < panel.traces().size(); t++) {
      for (Object value : LenientJson.list(panel.traces().get(t).get(name))) {
        if (!Double.isNaN(axis.position(value))) {
          counter.count(t, value);
        }
      }
    }
  }
}
