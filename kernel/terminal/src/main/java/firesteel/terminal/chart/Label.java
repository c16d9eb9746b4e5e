package firesteel.terminal.chart;

import firesteel.api.display.TextWidth;
import java.util.List;
import java.util.regex.Pattern;

/** Texts of a chart in columns of the terminal, of which some characters take two. */
final class Label {
  private static final Pattern BREAK = Pattern.compile("(?i)<br\\s*/?>|\\R");
  private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]*>");

  /** All that has no picture, but joiners and tags: they make one emoji of several characters. */
  private static final Pattern BLANKS =
      Pattern.compile("[\\s\\p{Cc}\\p{Cf}&&[^\\x{200C}\\x{200D}\\x{E0020}-\\x{E007F}]]+");

  private Label() {}

  /** One line without Plotly's tags, and without what would move the cursor. */
  static String clean(Object text) {
    String plain =
        TAG.matcher(BREAK.matcher(LenientJson.text(text)).replaceAll(" ")).replaceAll("");
    return BLANKS.matcher(plain).replaceAll(" ").strip();
  }

  /** The lines of a title, each cleaned. */
  static List<String> lines(String text) {
    return BREAK.splitAsStream(text).map(Label::clean).filter(line -> !line.isEmpty()).toList();
  }

  static int widest(List<String> texts) {
    return texts.stream().mapToInt(TextWidth::of).max().orElse(0);
  }

  /** A text of exactly so many columns, at the left. */
  static String left(String text, int columns) {
    return TextWidth.padEnd(TextWidth.fit(text, columns), columns);
  }

  /** A text of exactly so many columns, at the right. */
  static String right(String text, int columns) {
    return TextWidth.padStart(TextWidth.fit(text, columns), columns);
  }
}
