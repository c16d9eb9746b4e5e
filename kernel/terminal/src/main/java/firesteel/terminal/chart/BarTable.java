package firesteel.terminal.chart;

import firesteel.api.display.TextWidth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Draws horizontal bars below each other, with their names and values before them. */
final class BarTable {
  /** One part of a bar. */
  record Part(double value, SeriesStyle seriesStyle) {}

  /**
   * A bar.
   *
   * @param labels its labels, one for each head of the table
   * @param parts its parts from left to right; parts with the value NaN are left out
   */
  record Bar(List<String> labels, List<Part> parts) {
    double total() {
      return values().anyMatch(v -> true) ? values().sum() : Double.NaN;
    }

    private DoubleStream values() {
      return parts.stream().mapToDouble(Part::value).filter(v -> !Double.isNaN(v));
    }
  }

  private static final String EIGHTHS = " ▏▎▍▌▋▊▉";
  private static final int MIN_BAR_WIDTH = 10;
  private static final int MIN_LABEL_WIDTH = 6;

  private final List<String> heads;
  private final String valueHead;
  private final boolean grouped;
  private final boolean log;

  /**
   * Creates a table.
   *
   * @param heads the heads of the label columns
   * @param valueHead the head of the value column
   * @param grouped whether values have separators of thousands
   * @param log whether the length of bars is logarithmic
   */
  BarTable(List<String> heads, String valueHead, boolean grouped, boolean log) {
    this.heads = heads;
    this.valueHead = valueHead;
    this.grouped = grouped;
    this.log = log;
  }

  /** Draws the bars in at most the given number of lines. */
  List<AttributedString> draw(List<Bar> bars, int columns, int lines) {
    boolean headed = !valueHead.isEmpty() || heads.stream().anyMatch(head -> !head.isEmpty());
    int room = Math.max(1, lines - (headed ? 1 : 0));
    List<Bar> shown = bars.size() <= room ? bars : bars.subList(0, Math.max(1, room - 1));
    NumberFormats numberFormats =
        NumberFormats.ofValues(shown.stream().mapToDouble(Bar::total).toArray(), grouped);
    List<String> values = shown.stream().map(bar -> numberFormats.text(bar.total())).toList();
    int valueWidth = Math.max(Label.widest(values), Math.min(TextWidth.of(valueHead), columns / 5));
    int[] widths = labelWidths(shown, columns - valueWidth - MIN_BAR_WIDTH - 2);
    int field = columns - valueWidth - Arrays.stream(widths).map(w -> w + 1).sum() - 1;
    List<AttributedString> drawn = new ArrayList<>();
    if (headed) {
      String head = labels(heads, widths) + Label.right(valueHead, valueWidth);
      drawn.add(new AttributedString(head, AttributedStyle.DEFAULT.faint()));
    }
    List<String> before = List.of();
    for (int i = 0; i < shown.size(); i++) {
      List<String> names = withoutRepeated(shown.get(i).labels(), before);
      before = shown.get(i).labels();
      drawn.add(
          new AttributedStringBuilder()
              .append(labels(names, widths))
              .append(Label.right(values.get(i), valueWidth))
              .append(' ')
              .append(bar(shown.get(i), shown, Math.max(1, field)))
              .toAttributedString());
    }
    if (shown.size() < bars.size()) {
      drawn.add(new AttributedString("… and %,d more".formatted(bars.size() - shown.size())));
    }
    return drawn;
  }

  private int[] labelWidths(List<Bar> bars, int room) {
    int[] widths = new int[heads.size()];
    for (int i = 0; i < widths.length; i++) {
      int column = i;
      List<String> texts = new ArrayList<>(bars.stream().map(b -> b.labels().get(column)).toList());
      texts.add(heads.get(i));
      widths[i] = Label.widest(texts);
    }
    while (Arrays.stream(widths).sum() + widths.length > Math.max(room, MIN_LABEL_WIDTH)) {
      int widest = 0;
      for (int i = 1; i < widths.length; i++) {
        widest = widths[i] > widths[widest] ? i : widest;
      }
      if (widths[widest] <= MIN_LABEL_WIDTH) {
        break;
      }
      widths[widest]--;
    }
    return widths;
  }

  private static String labels(List<String> texts, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      line.append(Label.left(texts.get(i), widths[i])).append(' ');
    }
    return line.toString();
  }

  /**
   * Blanks the labels that repeat those of the bar before, so that a group's name stands at its
   * first bar only.
   */
  private static List<String> withoutRepeated(List<String> labels, List<String> before) {
    if (labels.size() < 2 || before.isEmpty() || !labels.get(0).equals(before.get(0))) {
      return labels;
    }
    List<String> shorter = new ArrayList<>(labels);
    shorter.set(0, "");
    return shorter;
  }

  private AttributedString bar(Bar bar, List<Bar> all, int field) {
    double most = 0;
    double least = 0;
    for (Bar each : all) {
      most = Math.max(most, each.values().filter(v -> v > 0).sum());
      least = Math.min(least, each.values().filter(v -> v < 0).sum());
    }
    if (log) {
      return logBar(bar, all, field);
    }
    if (most == least || !Double.isFinite(most - least)) {
      return AttributedString.EMPTY;
    }
    double scale = field / (most - least);
    double zero = Math.rint(-least * scale);
    AttributedStringBuilder drawn = new AttributedStringBuilder();
    double below = bar.values().filter(v -> v < 0).sum();
    drawn.append(" ".repeat((int) Math.max(0, Math.rint(zero + below * scale))));
    double from = drawn.length();
    for (Part part : bar.parts()) {
      if (part.value() < 0) {
        double to = from - part.value() * scale;
        int length = (int) Math.max(0, Math.min(zero, Math.rint(to)) - Math.rint(from));
        drawn.styled(
            part.seriesStyle().style(), String.valueOf(part.seriesStyle().fill()).repeat(length));
        from = to;
      }
    }
    drawn.append(" ".repeat((int) Math.max(0, zero - drawn.length())));
    double end = 0;
    for (Part part : bar.parts()) {
      if (part.value() > 0) {
        double to = end + part.value() * scale;
        boolean last = to >= bar.values().filter(v -> v > 0).sum() * scale * (1 - 1e-9);
        length(drawn, part.seriesStyle(), drawn.length() - zero, Math.min(to, field - zero), last);
        end = to;
      }
    }
    return drawn.toAttributedString();
  }

  private static AttributedString logBar(Bar bar, List<Bar> all, int field) {
    double[] positive =
        all.stream().flatMapToDouble(Bar::values).filter(v -> v > 0).map(Math::log10).toArray();
    double least = Math.ceil(Arrays.stream(positive).min().orElse(0)) - 1;
    double most = Arrays.stream(positive).max().orElse(1);
    AttributedStringBuilder drawn = new AttributedStringBuilder();
    double value = Math.log10(Math.max(0, bar.total()));
    if (value > least && most > least) {
      length(
          drawn,
          bar.parts().get(0).seriesStyle(),
          0,
          (value - least) / (most - least) * field,
          true);
    }
    return drawn.toAttributedString();
  }

  /** Draws a part of a bar; the last part ends at an eighth of a character. */
  private static void length(
      AttributedStringBuilder drawn,
      SeriesStyle seriesStyle,
      double from,
      double to,
      boolean last) {
    boolean exact = last && seriesStyle.fill() == SeriesStyle.BLOCK;
    int full = (int) Math.max(0, (exact ? Math.floor(to + 1e-9) : Math.rint(to)) - from);
    StringBuilder text = new StringBuilder(String.valueOf(seriesStyle.fill()).repeat(full));
    if (exact) {
      int eighths = (int) Math.rint((to - Math.floor(to + 1e-9)) * 8);
      // A value above zero is always visible.
      eighths = full == 0 && eighths == 0 ? 1 : eighths;
      text.append(eighths >= 8 ? "█" : eighths > 0 ? EIGHTHS.substring(eighths, eighths + 1) : "");
    }
    drawn.styled(seriesStyle.style(), text.toString());
  }
}
