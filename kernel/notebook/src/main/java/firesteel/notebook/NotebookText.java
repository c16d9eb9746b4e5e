package firesteel.notebook;

import java.util.ArrayList;
import java.util.List;

/** How nbformat cuts texts into lists of lines. */
final class NotebookText {
  private NotebookText() {}

  /** Whether the content under a MIME type is JSON, and so not text even when it is a string. */
  static boolean isJson(String mimeType) {
    return mimeType.equals("application/json")
        || mimeType.startsWith("application/") && mimeType.endsWith("+json");
  }

  /** Whether nbformat writes the content under a MIME type as lines. */
  static boolean isLines(String mimeType) {
    return mimeType.startsWith("text/")
        || mimeType.equals("application/javascript")
        || mimeType.equals("image/svg+xml");
  }

  /** Python's {@code str.splitlines(True)}: lines with their ends, none for an empty text. */
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
