package firesteel.terminal.chart;

import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/** A canvas with two by four braille dots for each character. Dots outside of it are ignored. */
final class BrailleCanvas {
  private static final int[][] BITS = {{0x40, 0x04, 0x02, 0x01}, {0x80, 0x20, 0x10, 0x08}};
  private static final char BRAILLE = '\u2800';

  private final int columns;
  private final int rows;
  private final int[][] bits;
  private final int[][] series;

  BrailleCanvas(int columns, int rows) {
    this.columns = columns;
    this.rows = rows;
    bits = new int[rows][columns];
    series = new int[rows][columns];
  }

  int width() {
    return 2 * columns;
  }

  int height() {
    return 4 * rows;
  }

  /** Draws a dot; positions count from the left and from the bottom. */
  void dot(long x, long y, int of) {
    if (x < 0 || y < 0 || x >= width() || y >= height()) {
      return;
    }
    int row = rows - 1 - (int) (y / 4);
    int column = (int) (x / 2);
    bits[row][column] |= BITS[(int) (x % 2)][(int) (y % 4)];
    series[row][column] = of;
  }

  /** Draws a line; its ends may lie outside. */
  void line(double fromX, double fromY, double toX, double toY, int of) {
    double[] part = {0, 1};
    if (!clip(fromX, toX, width() - 1, part) || !clip(fromY, toY, height() - 1, part)) {
      return;
    }
    double x = fromX + part[0] * (toX - fromX);
    double y = fromY + part[0] * (toY - fromY);
    double right = (part[1] - part[0]) * (toX - fromX);
    double up = (part[1] - part[0]) * (toY - fromY);
    long steps = Math.max(1, Math.round(Math.max(Math.abs(right), Math.abs(up))));
    for (long i = 0; i <= steps; i++) {
      dot(Math.round(x + right * i / steps), Math.round(y + up * i / steps), of);
    }
  }

  /** Clips a line to the part between 0 and {@code most}; returns false when nothing is left. */
  private static boolean clip(double from, double to, double most, double[] part) {
    if (from == to) {
      return from > -0.5 && from < most + 0.5;
    }
    double atStart = -from / (to - from);
    double atEnd = (most - from) / (to - from);
    part[0] = Math.max(part[0], Math.min(atStart, atEnd));
    part[1] = Math.min(part[1], Math.max(atStart, atEnd));
    return part[0] <= part[1];
  }

  /** Returns a row of characters, counted from the top, without blanks at its end. */
  AttributedString row(int row, List<SeriesStyle> seriesStyles) {
    AttributedStringBuilder line = new AttributedStringBuilder();
    int end = columns;
    while (end > 0 && bits[row][end - 1] == 0) {
      end--;
    }
    for (int column = 0; column < end; column++) {
      if (bits[row][column] == 0) {
        line.append(' ');
      } else {
        SeriesStyle seriesStyle = seriesStyles.get(series[row][column]);
        char shown =
            seriesStyle.mark() == 0 ? (char) (BRAILLE + bits[row][column]) : seriesStyle.mark();
        line.styled(seriesStyle.style(), String.valueOf(shown));
      }
    }
    return line.toAttributedString();
  }
}
