package firesteel.engine.magic;

import java.util.regex.Pattern;

/**
 * The position of Java code on a magic's line.
 *
 * @param start where it starts
 * @param end where it ends, exclusive
 */
public record JavaText(int start, int end) {
  private static final Pattern OPTION = Pattern.compile("--(?:[a-z][a-z-]*)?(?=[\\s=]|$)");

  /**
   * Returns the position of the first word that looks like an option outside of brackets and
   * quotes, where {@code --} is Java; the length of the text when there is none.
   */
  static int endOf(String text) {
    int depth = 0;
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        if (c == '\\') {
          i++;
        } else if (c == quote) {
          quote = 0;
        }
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if ("([{".indexOf(c) >= 0) {
        depth++;
      } else if (")]}".indexOf(c) >= 0) {
        depth--;
      } else if (depth == 0 && c == '-' && isBlankBefore(text, i)) {
        if (OPTION.matcher(text).region(i, text.length()).lookingAt()) {
          return i;
        }
      }
    }
    return text.length();
  }

  private static boolean isBlankBefore(String text, int at) {
    return at > 0 && Character.isWhitespace(text.charAt(at - 1));
  }
}
