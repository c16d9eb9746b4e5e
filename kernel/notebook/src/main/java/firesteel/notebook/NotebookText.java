package firesteel.notebook;

import java.util.ArrayList;
import java.util.List;

/** Splits texts into lists of lines, as nbformat does. */
final class NotebookText {
  private NotebookText() {}

  /**
   * Returns whether the content of a MIME type is JSON, which is not text even when it is a string.
   */
  static boolean isJson(String mimeType) {
    return mimeType.equals("application/json")
        || mimeType.startsWith("application/") && mimeType.endsWith("+json");
  }

  /** Returns whether nbformat writes the content of a MIME type as lines. */
  static boolean isLines(String mimeType) {
    return mimeType.startsWith("text/")
        || mimeType.equals("application/javascript")
        || mimeType.equals("image/svg+xml");
  }

  /**
   * Splits text like Python's {@code str.splitlines(True)}: lines with their ends, none for an
   * empty text.
   */
  static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      if (!isLineEnd(text.charAt(i))) {
        continue;
      }
      if (text.charAt(i) == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
        i++;
      }
      lines.add(text.substring(start, i + 1));
      start = i + 1;
    }
    if (start < text.length()) {
      lines.add(text.substring(start));
    }
    return lines;
  }

  private static boolean isLineEnd(char c) {
    return c >= '\n' && c <= '\r'
        || c >= '\u001c' && c <= '\u001e'
        || c == '\u0085'
        || c == '\u2028'
        || c == '\u2029';
  }
}
