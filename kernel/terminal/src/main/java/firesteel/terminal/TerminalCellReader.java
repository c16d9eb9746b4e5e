package firesteel.terminal;

import firesteel.api.display.MimeBundle;
import firesteel.api.session.Session;
import java.nio.file.Path;
import java.util.Optional;
import org.jline.reader.LineReader;
import org.jline.reader.Reference;
import org.jline.reader.impl.history.DefaultHistory;
import org.jline.terminal.Terminal;
import org.jline.widget.AutosuggestionWidgets;

/** Reads cells from a terminal with JLine's editor, set up for cells. */
final class TerminalCellReader {
  private static final String NEXT_CELL = "firesteel-next-cell";
  private static final String NEW_LINE = "firesteel-new-line";
  private static final String INSPECT = "firesteel-inspect";
  private static final String SHIFT_TAB = "\u001b[Z";

  private final Session session;
  private final Terminal terminal;
  private final CellSyntax syntax;
  private final SteadyLineReader reader;

  /**
   * Creates a reader.
   *
   * @param historyFile the file of earlier cells, to which new cells are added
   */
  TerminalCellReader(Session session, Terminal terminal, Path historyFile, boolean coloured) {
    this.session = session;
    this.terminal = terminal;
    syntax = new CellSyntax(session);
    reader = new SteadyLineReader(terminal);
    reader.setParser(syntax);
    reader.setCompleter(new CellCompleter());
    reader.setHighlighter(new CellHighlighter(coloured));
    reader.setVariable(LineReader.HISTORY_FILE, historyFile);
    reader.setVariable(LineReader.SECONDARY_PROMPT_PATTERN, "%P > ");
    reader.option(LineReader.Option.DISABLE_EVENT_EXPANSION, true);
    reader.option(LineReader.Option.AUTO_MENU_LIST, true);
    reader.option(LineReader.Option.HISTORY_INCREMENTAL, true);
    reader.setHistory(new DefaultHistory());
    bindKeys();
    new AutosuggestionWidgets(reader).enable();
  }

  private void bindKeys() {
    reader.getWidgets().put(NEXT_CELL, this::enter);
    reader.getWidgets().put(NEW_LINE, () -> write("\n"));
    reader.getWidgets().put(INSPECT, this::inspect);
    var keys = reader.getKeyMaps().get(LineReader.MAIN);
    keys.bind(new Reference(INSPECT), SHIFT_TAB);
    keys.bind(new Reference(NEXT_CELL), "\r", "\n");
    keys.bind(new Reference(NEW_LINE), "\u001b\r", "\u001b\n");
    // The highlighter marks the matching bracket; JLine would move the cursor there and wait.
    keys.bind(new Reference(LineReader.SELF_INSERT), ")", "]", "}");
  }

  /**
   * Reads a cell.
   *
   * @param text the initial text, which the user can change
   * @throws org.jline.reader.UserInterruptException on Ctrl-C
   * @throws org.jline.reader.EndOfFileException on Ctrl-D in an empty line
   */
  String read(String prompt, String text) {
    return reader.readLine(prompt, null, (Character) null, text);
  }

  /** Reads a line that is not a cell, and is not kept in the history. */
  String ask(String question) {
    return new SteadyLineReader(terminal).readLine(question);
  }

  /** The editor, for output that is printed above it. */
  LineReader lines() {
    return reader;
  }

  private boolean write(String text) {
    reader.getBuffer().write(text);
    return true;
  }

  /** Handles Shift-Tab: shows the description of the name at the cursor above the line. */
  private boolean inspect() {
    Optional<MimeBundle> found =
        session.inspect(reader.getBuffer().toString(), reader.getBuffer().cursor(), true);
    found.ifPresent(bundle -> reader.printAbove(bundle.text()));
    return found.isPresent();
  }

  /** Handles Enter: runs a complete cell, or starts the next line. */
  private boolean enter() {
    String text = reader.getBuffer().toString();
    boolean inLastLine = text.indexOf('\n', reader.getBuffer().cursor()) < 0;
    String next = inLastLine ? syntax.nextLine(text) : "\n";
    if (next == null || text.isBlank()) {
      reader.callWidget(LineReader.ACCEPT_LINE);
      return true;
    }
    return write(next);
  }
}
