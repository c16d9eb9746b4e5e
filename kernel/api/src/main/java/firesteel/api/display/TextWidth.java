package firesteel.api.display;

import java.text.Bidi;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many columns of a terminal text takes: East Asian characters and emoji take two, accents and
 * other marks none.
 */
public final class TextWidth {
  /**
   * Matches what a reader sees as one character: a letter with its accents, an emoji of several
   * code points.
   */
  private static final Pattern CLUSTER = Pattern.compile("\\X");

  private static final int EMOJI_PRESENTATION = 0xFE0F;

  /** The only letter that has an emoji presentation: the information source. */
  private static final int EMOJI_LETTER = 0x2139;

  private static final char LEFT_TO_RIGHT_MARK = '\u200E';
  private static final String ELLIPSIS = "…";

  private TextWidth() {}

  /** Returns the number of columns that a line of text takes. */
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

  /**
   * Returns the last index up to a given one at which text can be cut without cutting a character.
   */
  public static int endOfWhole(String text, int end) {
    int whole = 0;
    Matcher cluster = CLUSTER.matcher(text);
    while (cluster.find() && cluster.end() <= end) {
      whole = cluster.end();
    }
    return whole;
  }

  /** Returns the index behind the characters that fit into a number of columns. */
  public static int endOfColumns(String text, int columns) {
    int end = 0;
    int used = 0;
    Matcher cluster = CLUSTER.matcher(text);
    while (cluster.find()) {
      used += ofCluster(cluster.group());
      if (used > columns) {
        break;
      }
      end = cluster.end();
    }
    return end;
  }

  /**
   * Returns text in one line, without characters that move the cursor or change the writing
   * direction, cut to a width with an ellipsis at its end. Text that was fitted before stays as it
   * is.
   */
  public static String fit(String text, int width) {
    if (text.length() <= width && isPlain(text)) {
      return text;
    }
    if (width < 1) {
      return "";
    }
    StringBuilder out = new StringBuilder();
    int used = 0;
    int endBeforeEllipsis = 0;
    Matcher cluster = CLUSTER.matcher(text);
    while (cluster.find()) {
      String shown = escapeControls(cluster.group());
      used += ofCluster(shown);
      if (used > width) {
        out.setLength(endBeforeEllipsis);
        out.append(ELLIPSIS);
        break;
      }
      out.append(shown);
      if (used < width) {
        endBeforeEllipsis = out.length();
      }
    }
    return closed(out.toString());
  }

  /** Returns text with blanks behind it, up to a width. */
  public static String padEnd(String text, int width) {
    return text + " ".repeat(Math.max(0, width - of(text)));
  }

  /** Returns text with blanks before it, up to a width. */
  public static String padStart(String text, int width) {
    return " ".repeat(Math.max(0, width - of(text))) + text;
  }

  /** Ends right-to-left text, which would swap places with a number behind it otherwise. */
  private static String closed(String text) {
    boolean turns =
        !isPlain(text)
            && text.charAt(text.length() - 1) != LEFT_TO_RIGHT_MARK
            && Bidi.requiresBidi(text.toCharArray(), 0, text.length());
    return turns ? text + LEFT_TO_RIGHT_MARK : text;
  }

  private static String escapeControls(String cluster) {
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

  /**
   * Returns the width of a cluster, which with a wide character in it is one picture or ideograph,
   * whatever else belongs to it; in others, such as syllables of Indic scripts, each spacing
   * character takes its own column.
   */
  private static int ofCluster(String cluster) {
    int first = cluster.codePointAt(0);
    int width = 0;
    for (int i = 0; i < cluster.length(); ) {
      int c = cluster.codePointAt(i);
      int own = CodePointWidth.of(c);
      if (own == 2 || i > 0 && c == EMOJI_PRESENTATION && hasEmojiPresentation(first)) {
        return 2;
      }
      width += own;
      i += Character.charCount(c);
    }
    return width;
  }

  private static boolean hasEmojiPresentation(int c) {
    return c == EMOJI_LETTER
        || !Character.isLetter(c) && Character.getType(c) != Character.SPACE_SEPARATOR;
  }
}
