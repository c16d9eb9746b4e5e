package firesteel.sql;

import firesteel.api.session.Origin;
import firesteel.source.TextLine;

/**
 * A range in the text of a magic that an error points at.
 *
 * @param text the magic's text
 * @param start where it starts, UTF-16 units
 * @param end where it ends, exclusive; at least start
 */
record SqlPlace(String text, int start, int end) {
  private static final int MAX_MARK_WIDTH = 60;
  private static final int MAX_LINE_LENGTH = 160;

  SqlPlace {
    start = Math.max(0, Math.min(start, text.length()));
    end = Math.max(start, Math.min(end, text.length()));
  }

  /**
   * Returns an error at this place: the place, the message, the line, and a mark below it.
   *
   * @param origin where the text starts
   * @param column how far the text's first line is indented in the cell
   * @param hint what to do next; may be empty
   */
  String report(Origin origin, int column, String message, String hint) {
    TextLine place = TextLine.at(text, start);
    String line = place.text().stripTrailing();
    int line1 = place.number();
    int from = Math.min(place.column(), line.length());
    int to = Math.max(from + 1, Math.min(end - place.start(), line.length()));
    int cut = from > MAX_LINE_LENGTH - MAX_MARK_WIDTH ? from - MAX_LINE_LENGTH / 2 : 0;
    String shown = line.substring(cut, Math.min(line.length(), cut + MAX_LINE_LENGTH));
    return "%s, line %d, column %d: %s\n    %s\n    %s%s%s"
        .formatted(
            origin.source(),
            origin.line() + line1 - 1,
            from + 1 + (line1 == 1 ? column : 0),
            message,
            (cut > 0 ? "…" : "")
                + shown.replace('\t', ' ')
                + (cut + MAX_LINE_LENGTH < line.length() ? "…" : ""),
            " ".repeat(from - cut + (cut > 0 ? 1 : 0)),
            "^".repeat(Math.min(MAX_MARK_WIDTH, to - from)),
            hint.isEmpty() ? "" : "\nHint: " + hint);
  }
}
