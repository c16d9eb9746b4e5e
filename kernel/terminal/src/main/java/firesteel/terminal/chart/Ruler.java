package firesteel.terminal.chart;

import firesteel.api.display.TextWidth;
import java.util.ArrayList;
import java.util.List;

/** Draws a horizontal axis: a line with marks, labels below them, and its title. */
final class Ruler {
  private static final int MIN_GAP = 2;
  private static final int USUAL_LABEL = 10;

  private Ruler() {}

  /**
   * Returns the lines of the axis below a chart.
   *
   * @param left the column where the chart starts, counted from 1
   * @param field the width of the chart
   */
  static List<String> below(CharacterAxis axis, int left, int field) {
    List<CharacterAxis.Tick> ticks = ticks(axis, field);
    char[] line = "─".repeat(field).toCharArray();
    StringBuilder labels = new StringBuilder();
    int end = -left - MIN_GAP;
    for (CharacterAxis.Tick tick : ticks) {
      int at = (int) Math.rint(axis.part(tick.at()) * (field - 1));
      if (at < 0 || at >= field) {
        continue;
      }
      String label = TextWidth.fit(tick.label(), Math.max(3, field / 3));
      int width = TextWidth.of(label);
      int start = Math.max(-left, Math.min(field - width, at - width / 2));
      if (start >= end + MIN_GAP) {
        line[at] = '┬';
        labels.append(" ".repeat(left + start - TextWidth.of(labels.toString()))).append(label);
        end = start + width;
      }
    }
    List<String> lines = new ArrayList<>();
    lines.add(" ".repeat(left - 1) + "└" + new String(line));
    lines.add(labels.toString());
    String title = TextWidth.fit(axis.title(), field);
    if (!title.isEmpty()) {
      lines.add(" ".repeat(left + (field - TextWidth.of(title)) / 2) + title);
    }
    return lines;
  }

  /** Returns as many ticks as there is room for their labels. */
  private static List<CharacterAxis.Tick> ticks(CharacterAxis axis, int field) {
    int most = Math.max(2, field / USUAL_LABEL);
    List<CharacterAxis.Tick> ticks = axis.ticks(most);
    while (most > 2 && room(ticks) > field) {
      most--;
      ticks = axis.ticks(most);
    }
    return ticks;
  }

  private static int room(List<CharacterAxis.Tick> ticks) {
    return ticks.stream().mapToInt(tick -> TextWidth.of(tick.label()) + MIN_GAP).sum();
  }
}
