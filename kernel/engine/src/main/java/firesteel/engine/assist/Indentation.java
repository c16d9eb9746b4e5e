package firesteel.engine.assist;

import firesteel.source.JavaToken;
import firesteel.source.JavaToken.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Computes the indentation of the line after an unfinished text. */
final class Indentation {
  private static final String UNIT = "    ";

  private Indentation() {}

  /**
   * Returns the indentation of the next line: one step more than that of the line with the
   * innermost open bracket; in text blocks and comments, that of the line above.
   *
   * @param text the unfinished text
   * @param tokens its tokens, comments included
   */
  static String next(String text, List<JavaToken> tokens) {
    if (tokens.isEmpty()) {
      return "";
    }
    JavaToken last = tokens.get(tokens.size() - 1);
    if (!last.closed()) {
      boolean opensComment =
          last.kind() == Kind.BLOCK_COMMENT && text.indexOf('\n', last.start()) < 0;
      return lineStart(text, lastLine(text)) + (opensComment ? " " : "");
    }
    Deque<JavaToken> open = new ArrayDeque<>();
    for (JavaToken token : tokens) {
      if (token.kind() == Kind.OPEN) {
        open.push(token);
      } else if (token.kind() == Kind.CLOSE) {
        open.poll();
      }
    }
    if (!open.isEmpty()) {
      return lineStart(text, open.peek().start()) + unit(text);
    }
    // A continued statement: its second line is indented one step, further lines the same.
    String here = lineStart(text, last.start());
    boolean annotation =
        text.stripTrailing().lines().reduce((a, b) -> b).orElse("").strip().startsWith("@");
    return annotation || !here.isEmpty() ? here : unit(text);
  }

  /** Returns the indentation step of the text: the smallest indentation of its lines. */
  private static String unit(String text) {
    String least = "";
    for (String line : text.lines().toList()) {
      String start = lineStart(line, 0);
      if (start.startsWith("\t")) {
        return "\t";
      }
      boolean code =
          !line.isBlank() && !line.strip().startsWith("*") && !line.strip().startsWith(".");
      if (code && start.length() > 1 && (least.isEmpty() || start.length() < least.length())) {
        least = start;
      }
    }
    return least.isEmpty() ? UNIT : least;
  }

  private static int lastLine(String text) {
    return text.stripTrailing().length();
  }

  private static String lineStart(String text, int place) {
    int start = text.lastIndexOf('\n', Math.max(0, Math.min(place, text.length()) - 1)) + 1;
    int end = start;
    while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
      end++;
    }
    return text.substring(start, end);
  }
}
