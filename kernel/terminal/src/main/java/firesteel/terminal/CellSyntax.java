package firesteel.terminal;

import firesteel.api.completion.Completeness;
import firesteel.api.completion.Completion;
import firesteel.api.session.Session;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** Decides whether the typed text is a whole cell, and finds the text to complete. */
final class CellSyntax implements Parser {
  private static final String CELL_MAGIC = "%%";

  private final Session session;

  CellSyntax(Session session) {
    this.session = session;
  }

  /** Never reports an incomplete line: the widget of the Enter key calls {@link #nextLine}. */
  @Override
  public ParsedLine parse(String line, int cursor, ParseContext context) {
    return context == ParseContext.COMPLETE
        ? new CompletedCell(line, cursor, session.complete(line, cursor))
        : new CompletedCell(line, cursor, Completion.none(cursor));
  }

  /**
   * Returns what Enter adds to an incomplete cell: a line feed and the indentation of the next
   * line; null when the text can run.
   */
  String nextLine(String text) {
    if (text.stripLeading().startsWith(CELL_MAGIC)) {
      return isWholeMagic(text) ? null : "\n";
    }
    Completeness completeness = session.completeness(text);
    return completeness.status() == Completeness.Status.INCOMPLETE
        ? "\n" + completeness.indent()
        : null;
  }

  /**
   * Returns whether a cell magic is complete: it ends at a blank line, and SQL also at a semicolon.
   */
  private static boolean isWholeMagic(String text) {
    String cell = text.stripLeading();
    int firstEnd = cell.indexOf('\n');
    if (firstEnd < 0) {
      return cell.contains(" --help") || cell.endsWith("?");
    }
    String body = cell.substring(firstEnd);
    boolean blankLast = body.substring(body.lastIndexOf('\n')).isBlank();
    boolean statement = cell.startsWith("%%sql") && body.stripTrailing().endsWith(";");
    return statement || blankLast && !body.isBlank();
  }
}
