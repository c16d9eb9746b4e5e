package firesteel.engine.display;

import java.text.Bidi;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How much room text takes in a terminal: East Asian characters and emoji take two columns. */
final class TextWidth {
  /** What a reader sees as one character: a letter with its accents, a family of emoji. */
  private static final Pattern CLUSTER = Pattern.compile("\\X");

  private static final char LEFT_TO_RIGHT_MARK = '\u200E';

  private TextWidth() {}

  static int of(String text) {
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

  /**
   * Text for one cell of a table: one line, without characters that move the cursor or turn the
   * writing direction, cut to a width.
   */
  static String fit(String text, int width) {
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
        || c >= 0x1F1E6 && c <= 0x1F1FF
        || c >= 0x1F300 && c <= 0x1F64F
        || c >= 0x1F680 && c <= 0x1F6FF
        || c >= 0x1F7E0 && c <= 0x1F7EB
        || c >= 0x1F900 && c <= 0x1FAFF
        || c >= 0x20000 && c <= 0x3FFFD;
  }
}
