package firesteel.sql;

import firesteel.api.session.Origin;

/**
 * Something in the text of a magic, as errors point at it.
 *
 * @param text the magic's text
 * @param start where it starts, UTF-16 units
 * @param end where it ends, exclusive; at least start
 */
record SqlPlace(String text, int start, int end) {
  private static final int WIDEST = 60;
  private static final int LONGEST_LINE = 160;

  SqlPlace {
    start = Math.max(0, Math.min(start, text.length()));
    end = Math.max(start, Math.min(end, text.length()));
  }

  /** The line that a position stands on, counted from 1. */
  static int lineOf(String text, int position) {
    return 1 + (int) text.substring(0, position).chars().filter(c -> c == '\n').count();
  }

  /**
   * An error at this place: where, what, the line, and a mark below it.
   *
   * @param origin where the text starts
   * @param column how far the text's first line is indented in the cell
   * @param hint what to do next; may be empty
   */
  String report(Origin origin, int column, String message, String hint) {
    int lineStart = text.lastIndexOf('\n', start - 1) + 1;
    int lineEnd = text.indexOf('\n', start);
    String line = text.substring(lineStart, lineEnd < 0 ? text.length() : lineEnd).stripTrailing();
    int line1 = lineOf(text, start);
    int from = Math.min(start - lineStart, line.length());
    int to = Math.max(from + 1, Math.min(end - lineStart, line.length()));
    int cut = from > LONGEST_LINE - WIDEST ? from - LONGEST_LINE / 2 : 0;
    String shown = line.substring(cut, Math.min(line.length(), cut + LONGEST_LINE));
    return "%s, line %d, column %d: %s\n    %s\n    %s%s%s"
        .formatted(
            origin.source(),
            origin.line() + line1 - 1,
            from + 1 + (line1 == 1 ? column : 0),
            message,
            (cut > 0 ? "…" : "")
                + shown.replace('\t', ' ')
                + (cut + LONGEST_LINE < line.length() ? "…" : ""),
            " ".repeat(from - cut + (cut > 0 ? 1 : 0)),
            "^".repeat(Math.min(WIDEST, to - from)),
            hint.isEmpty() ? "" : "\nHint: " + hint);
  }
}
