package firesteel.terminal.chart;

import firesteel.api.display.TextWidth;
import java.util.List;
import java.util.regex.Pattern;

/** Fits the texts of a chart to columns of the terminal, of which some characters take two. */
final class Label {
  private static final Pattern BREAK = Pattern.compile("(?i)<br\\s*/?>|\\R");
  private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]*>");

  /** All that has no picture, but joiners and tags: they make one emoji of several characters. */
  private static final Pattern BLANKS =
      Pattern.compile("[\\s\\p{Cc}\\p{Cf}&&[^\\x{200C}\\x{200D}\\x{E0020}-\\x{E007F}]]+");

  private Label() {}

  /** Returns a text as one line, without Plotly's tags and control characters. */
  static String clean(Object text) {
    String plain =
        TAG.matcher(BREAK.matcher(LenientJson.text(text)).replaceAll(" ")).replaceAll("");
    return BLANKS.matcher(plain).replaceAll(" ").strip();
  }

  /** Returns the lines of a title, each cleaned. */
  static List<String> lines(String text) {
    return BREAK.splitAsStream(text).map(Label::clean).filter(line -> !line.isEmpty()).toList();
  }

  static int widest(List<String> texts) {
    return texts.stream().mapToInt(TextWidth::of).max().orElse(0);
  }

  /** Returns a text of exactly the given number of columns, aligned to the left. */
  static String left(String text, int columns) {
    return TextWidth.padEnd(TextWidth.fit(text, columns), columns);
  }

  /** Returns a text of exactly the given number of columns, aligned to the right. */
  static String right(String text, int columns) {
    return TextWidth.padStart(TextWidth.fit(text, columns), columns);
  }
}
