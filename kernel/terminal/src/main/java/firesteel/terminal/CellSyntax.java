package firesteel.terminal;

import firesteel.api.completion.Completeness;
import firesteel.api.completion.Completion;
import firesteel.api.session.Session;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** Whether what was typed is a whole cell, and what completion is asked for. */
final class CellSyntax implements Parser {
  private static final String CELL_MAGIC = "%%";

  private final Session session;

  CellSyntax(Session session) {
    this.session = session;
  }

  /** Never says that a line is incomplete: the Enter key's widget asks {@link #nextLine}. */
  @Override
  public ParsedLine parse(String line, int cursor, ParseContext context) {
    return context == ParseContext.COMPLETE
        ? new CompletedCell(line, cursor, session.complete(line, cursor))
        : new CompletedCell(line, cursor, Completion.none(cursor));
  }

  /**
   * What Enter adds to a text that isn't a whole cell yet: a line feed and the next line's
   * indentation; null when the text can run.
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

  /** A cell magic ends at a blank line; SQL at a semicolon, too. */
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
