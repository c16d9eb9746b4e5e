package firesteel.terminal.chart;

import java.util.ArrayList;
import java.util.List;

/** A horizontal axis: a line with marks, texts below them, and its title. */
final class Ruler {
  private static final int LEAST_GAP = 2;
  private static final int USUAL_LABEL = 10;

  private Ruler() {}

  /**
   * The lines below a field.
   *
   * @param left where the field starts, from 1 on
   * @param field how wide it is
   */
  static List<String> below(CharacterAxis axis, int left, int field) {
    List<CharacterAxis.Tick> ticks = ticks(axis, field);
    char[] line = "─".repeat(field).toCharArray();
    StringBuilder labels = new StringBuilder();
    int end = -left - LEAST_GAP;
    for (CharacterAxis.Tick tick : ticks) {
      int at = (int) Math.rint(axis.part(tick.at()) * (field - 1));
      if (at < 0 || at >= field) {
        continue;
      }
      String label = Label.cut(tick.label(), Math.max(3, field / 3));
      int width = Label.width(label);
      int start = Math.max(-left, Math.min(field - width, at - width / 2));
      if (start >= end + LEAST_GAP) {
        line[at] = '┬';
        labels.append(" ".repeat(left + start - Label.width(labels.toString()))).append(label);
        end = start + width;
      }
    }
    List<String> lines = new ArrayList<>();
    lines.add(" ".repeat(left - 1) + "└" + new String(line));
    lines.add(labels.toString());
    String title = Label.cut(axis.title(), field);
    if (!title.isEmpty()) {
      lines.add(" ".repeat(left + (field - Label.width(title)) / 2) + title);
    }
    return lines;
  }

  /** As many as there is room for their texts. */
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
    return ticks.stream().mapToInt(tick -> Label.width(tick.label()) + LEAST_GAP).sum();
  }
}
