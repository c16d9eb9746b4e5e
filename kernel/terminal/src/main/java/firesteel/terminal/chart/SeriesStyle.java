package firesteel.terminal.chart;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jline.utils.AttributedStyle;

/**
 * The style of a series: a colour, or characters of its own where there are no colours.
 *
 * @param style the colour
 * @param mark the character for points; 0 for braille dots
 * @param fill the character for bars
 */
record SeriesStyle(AttributedStyle style, char mark, char fill) {
  static final char BLOCK = '█';

  private static final String MARKS = "*o+x#@%&";
  private static final String FILLS = "█▓▒░";
  private static final int[] COLOURS = {
    AttributedStyle.BLUE,
    AttributedStyle.YELLOW,
    AttributedStyle.GREEN,
    AttributedStyle.MAGENTA,
    AttributedStyle.CYAN,
    AttributedStyle.RED
  };
  private static final Pattern HEX = Pattern.compile("#([0-9a-fA-F]{6})");

  /** Returns the styles of a chart's series, in their order. */
  static List<SeriesStyle> of(List<Map<?, ?>> traces, boolean coloured) {
    return IntStream.range(0, traces.size())
        .mapToObj(i -> coloured ? coloured(traces.get(i), i) : plain(i, traces.size()))
        .toList();
  }

  /** Returns the style of the series with a number, in a chart that names no colours. */
  static SeriesStyle of(int number, int count, boolean coloured) {
    return coloured ? coloured(Map.of(), number) : plain(number, count);
  }

  private static SeriesStyle plain(int i, int count) {
    char mark = count > 1 ? MARKS.charAt(i % MARKS.length()) : 0;
    return new SeriesStyle(AttributedStyle.DEFAULT, mark, FILLS.charAt(i % FILLS.length()));
  }

  private static SeriesStyle coloured(Map<?, ?> trace, int i) {
    Object named = LenientJson.at(trace, "line", "color");
    Object colour = named instanceof String ? named : LenientJson.at(trace, "marker", "color");
    Matcher hex = HEX.matcher(LenientJson.text(colour));
    if (!hex.matches()) {
      int index = COLOURS[i % COLOURS.length];
      return new SeriesStyle(AttributedStyle.DEFAULT.foreground(index), (char) 0, BLOCK);
    }
    int rgb = Integer.parseInt(hex.group(1), 16);
    AttributedStyle style =
        AttributedStyle.DEFAULT.foreground(rgb >> 16, rgb >> 8 & 0xff, rgb & 0xff);
    return new SeriesStyle(style, (char) 0, BLOCK);
  }
}
