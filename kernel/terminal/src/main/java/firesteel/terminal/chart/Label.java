package firesteel.terminal.chart;

import java.util.List;
import java.util.regex.Pattern;
import org.jline.utils.AttributedString;

/** Texts of a chart in columns of the terminal, of which some characters take two. */
final class Label {
  private static final Pattern BREAK = Pattern.compile("(?i)<br\\s*/?>|\\R");
  private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]*>");
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Cntrl}\\p{Cf}]+");

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

  static int width(String text) {
    return new AttributedString(text).columnLength();
  }

  static int widest(List<String> texts) {
    return texts.stream().mapToInt(Label::width).max().orElse(0);
  }

  /** A text of at most so many columns. */
  static String cut(String text, int columns) {
    return width(text) <= columns
        ? text
        : columns < 1
            ? ""
            : new AttributedString(text).columnSubSequence(0, columns - 1).toString() + "…";
  }

  /** A text of exactly so many columns, at the left. */
  static String left(String text, int columns) {
    String cut = cut(text, columns);
    return cut + " ".repeat(Math.max(0, columns - width(cut)));
  }

  /** A text of exactly so many columns, at the right. */
  static String right(String text, int columns) {
    String cut = cut(text, columns);
    return " ".repeat(Math.max(0, columns - width(cut))) + cut;
  }
}
