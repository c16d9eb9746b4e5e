package firesteel.terminal.chart;

import firesteel.api.display.TextWidth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Draws points, lines, and bars that are too many for one line each. */
final class PointChart {
  private static final int MAX_DISTINCT_POINTS = 500;

  private final TracePanel panel;
  private final CharacterAxis x;
  private final CharacterAxis y;

  PointChart(TracePanel panel) {
    this.panel = panel;
    x = new CharacterAxis(panel.xaxis(), panel.all("x", "y"));
    y = new CharacterAxis(panel.yaxis(), panel.all("y", "x"));
    if (panel.types().contains("bar")) {
      y.includeZero();
    }
    x.widen();
    x.settle(false);
    y.settle(true);
  }

  /** Draws the chart in the given number of lines. */
  List<AttributedString> draw(int columns, int lines) {
    boolean hasTitle = !y.title().isEmpty();
    int rows = Math.max(3, lines - 2 - (hasTitle ? 1 : 0) - (x.title().isEmpty() ? 0 : 1));
    Map<Integer, String> labels = new TreeMap<>();
    for (CharacterAxis.Tick tick : y.ticks(Math.max(2, rows / 2))) {
      double part = y.isReversed() ? 1 - y.part(tick.at()) : y.part(tick.at());
      if (part > -1e-9 && part < 1 + 1e-9) {
        labels.put(rows - 1 - (int) Math.round(part * (4 * rows - 1)) / 4, tick.label());
      }
    }
    int left = Math.min(columns / 3, Label.widest(List.copyOf(labels.values()))) + 2;
    BrailleCanvas canvas = new BrailleCanvas(Math.max(10, columns - left - 1), rows);
    for (int t = 0; t < panel.traces().size(); t++) {
      draw(panel.traces().get(t), t, canvas);
    }
    List<AttributedString> drawn = new ArrayList<>();
    if (hasTitle) {
      drawn.add(faint(TextWidth.fit(y.title(), columns)));
    }
    for (int row = 0; row < rows; row++) {
      String label = labels.getOrDefault(row, "");
      drawn.add(
          new AttributedStringBuilder()
              .append(faint(Label.right(label, left - 2) + (label.isEmpty() ? " │" : " ┤")))
              .append(canvas.row(row, panel.seriesStyles()))
              .toAttributedString());
    }
    Ruler.below(x, left, canvas.width() / 2).forEach(line -> drawn.add(faint(line)));
    return drawn;
  }

  private static AttributedString faint(String text) {
    return new AttributedString(text, AttributedStyle.DEFAULT.faint());
  }

  private void draw(Map<?, ?> trace, int number, BrailleCanvas canvas) {
    List<?> xs = TracePanel.values(trace, "x", "y");
    List<?> ys = TracePanel.values(trace, "y", "x");
    boolean bars = TracePanel.type(trace).equals("bar");
    int size = Math.min(xs.size(), ys.size());
    String mode = LenientJson.text(trace.get("mode"));
    boolean lines = mode.contains("lines") || mode.isEmpty() || trace.containsKey("fill");
    boolean overGaps = Boolean.TRUE.equals(trace.get("connectgaps"));
    double beforeX = Double.NaN;
    double beforeY = Double.NaN;
    for (int i = 0; i < size; i++) {
      double atX = x.part(x.position(xs.get(i))) * (canvas.width() - 1);
      double atY = up(y.position(ys.get(i)), canvas);
      if (Double.isNaN(atX) || Double.isNaN(atY)) {
        beforeX = overGaps ? beforeX : Double.NaN;
        continue;
      }
      if (bars) {
        canvas.line(atX, up(y.isLog() ? y.min() : 0, canvas), atX, atY, number);
      } else if (lines && !Double.isNaN(beforeX)) {
        canvas.line(beforeX, beforeY, atX, atY, number);
      } else {
        boolean goesOn = lines && i + 1 < size && !Double.isNaN(y.position(ys.get(i + 1)));
        point(canvas, Math.round(atX), Math.round(atY), number, goesOn ? 1 : pointSize(size));
      }
      beforeX = atX;
      beforeY = atY;
    }
  }

  /**
   * Returns the size of points: when there are few, they are drawn larger so that they are visible.
   */
  private static int pointSize(int points) {
    return points > MAX_DISTINCT_POINTS ? 1 : 2;
  }

  private static void point(BrailleCanvas canvas, long atX, long atY, int number, int size) {
    for (int i = 0; i < size * size; i++) {
      canvas.dot(atX - atX % size + i % size, atY - atY % size + i / size, number);
    }
  }

  private double up(double position, BrailleCanvas canvas) {
    double part = y.part(position);
    return (y.isReversed() ? 1 - part : part) * (canvas.height() - 1);
  }
}
