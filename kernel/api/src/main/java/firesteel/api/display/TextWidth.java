package firesteel.api.display;

import java.text.Bidi;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How much room text takes in a terminal: East Asian characters and emoji take two columns. */
public final class TextWidth {
  /** What a reader sees as one character: a letter with its accents, a family of emoji. */
  private static final Pattern CLUSTER = Pattern.compile("\\X");

  private static final String WIDE_SYMBOLS =
      "\u231A\u231B\u2329\u232A\u23E9\u23EA\u23EB\u23EC\u23F0\u23F3\u25FD\u25FE\u2614\u2615\u2648\u2649"
          + "\u264A\u264B\u264C\u264D\u264E\u264F\u2650\u2651\u2652\u2653\u267F\u2693\u26A1\u26AA\u26AB"
          + "\u26BD\u26BE\u26C4\u26C5\u26CE\u26D4\u26EA\u26F2\u26F3\u26F5\u26FA\u26FD\u2705\u270A\u270B"
          + "\u2728\u274C\u274E\u2753\u2754\u2755\u2757\u2795\u2796\u2797\u27B0\u27BF\u2B1B\u2B1C\u2B50"
          + "\u2B55";

  private static final char LEFT_TO_RIGHT_MARK = '\u200E';

  private TextWidth() {}

  /** The columns that a line of text takes. */
  public static int of(String text) {
    if (isPlain(text)) {
      return text.length();
    }
    int width = 0;
    Matcher cluster = CLUSTER.matcher(text);
    while (cluster.find()) {
      width += ofCluster(cluster.group());
    }
    return width;
  }

  /** The last place up to a given one where text can be cut without cutting into a character. */
  public static int endOfWhole(String text, int end) {
    int whole = 0;
    Matcher cluster = CLUSTER.matcher(text);
    while (cluster.find() && cluster.end() <= end) {
      whole = cluster.end();
    }
    return whole;
  }

  /**
   * Text for one cell of a table: one line, without characters that move the cursor or turn the
   * writing direction, cut to a width.
   */
  public static String fit(String text, int width) {
    StringBuilder out = new StringBuilder();
    int used = 0;
    Matcher cluster = CLUSTER.matcher(text);
    while (cluster.find()) {
      String shown = harmless(cluster.group());
      int more = ofCluster(shown);
      boolean last = cluster.end() == text.length();
      if (used + more > (last ? width : width - 1)) {
        out.append('…');
        break;
      }
      out.append(shown);
      used += more;
    }
    return closed(out.toString());
  }

  /** Ends what is written from right to left, or it would swap places with the next number. */
  private static String closed(String text) {
    boolean plain = isPlain(text);
    return plain || !Bidi.requiresBidi(text.toCharArray(), 0, text.length())
        ? text
        : text + LEFT_TO_RIGHT_MARK;
  }

  private static String harmless(String cluster) {
    int c = cluster.codePointAt(0);
    if (c == '\n' || c == '\r') {
      return "↵";
    }
    if (c == '\t') {
      return " ";
    }
    boolean turns = c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
    return Character.isISOControl(c) || turns || c == 0x2028 || c == 0x2029 ? "\uFFFD" : cluster;
  }

  private static boolean isPlain(String text) {
    return text.chars().allMatch(c -> c >= 0x20 && c < 0x7f);
  }

  private static int ofCluster(String cluster) {
    boolean anyWide = cluster.codePoints().anyMatch(TextWidth::isWide);
    if (anyWide) {
      return 2;
    }
    int first = cluster.codePointAt(0);
    int type = Character.getType(first);
    boolean none =
        type == Character.NON_SPACING_MARK
            || type == Character.ENCLOSING_MARK
            || type == Character.FORMAT;
    return none ? 0 : 1;
  }

  /** East Asian Width W and F of Unicode, and emoji that are drawn as pictures. */
  private static boolean isWide(int c) {
    return c >= 0x1100 && c <= 0x115F
        || c >= 0x231A && c <= 0x2B55 && isWideSymbol(c)
        || c >= 0x2E80 && c <= 0x303E
        || c >= 0x3041 && c <= 0xA4CF
        || c >= 0xA960 && c <= 0xA97F
        || c >= 0xAC00 && c <= 0xD7A3
        || c >= 0xF900 && c <= 0xFAFF
        || c >= 0xFE10 && c <= 0xFE19
        || c >= 0xFE30 && c <= 0xFE6F
        || c >= 0xFF00 && c <= 0xFF60
        || c >= 0xFFE0 && c <= 0xFFE6
        || c == 0xFE0F
        || c >= 0x16FE0 && c <= 0x18D08
        || c >= 0x1AFF0 && c <= 0x1B2FB
        || c == 0x1F004
        || c == 0x1F0CF
        || c == 0x1F18E
        || c >= 0x1F191 && c <= 0x1F19A
        || c >= 0x1F1E6 && c <= 0x1F1FF
        || c >= 0x1F200 && c <= 0x1F265
        || c >= 0x1F300 && c <= 0x1F64F
        || c >= 0x1F680 && c <= 0x1F6FF
        || c >= 0x1F7E0 && c <= 0x1F7EB
        || c >= 0x1F900 && c <= 0x1FAFF
        || c >= 0x20000 && c <= 0x3FFFD;
  }

  /** The symbols among narrow ones that Unicode's EastAsianWidth has as wide. */
  private static boolean isWideSymbol(int c) {
    return WIDE_SYMBOLS.indexOf(c) >= 0;
  }
}
