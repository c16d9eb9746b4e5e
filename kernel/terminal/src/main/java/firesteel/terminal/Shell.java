package firesteel.terminal;

import firesteel.engine.Cell;
import firesteel.engine.CellResult;
import firesteel.engine.Session;
import firesteel.engine.display.MimeBundle;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.Reference;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.history.DefaultHistory;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.widget.AutosuggestionWidgets;

/** The shell: reads cells from a terminal, runs them, and shows what they give. */
public final class Shell {
  /** What a shell is made of. */
  public record Settings(
      String banner,
      Path historyFile,
      Supplier<String> status,
      boolean coloured,
      ChartMaker charts) {}

  private static final String NEXT_CELL = "firesteel-next-cell";
  private static final String NEW_LINE = "firesteel-new-line";
  private static final String INSPECT = "firesteel-inspect";
  private static final String SHIFT_TAB = "\u001b[Z";

  private final Session session;
  private final Terminal terminal;
  private final Settings settings;
  private final CellSyntax syntax;
  private final StatusLine status;
  private final LineReader reader;
  private final ShellOutputs outputs;
  private String nextText = "";
  private boolean interrupted;

  /** Makes a shell; {@link #run} starts it. */
  public Shell(Session session, Terminal terminal, Settings settings) {
    this.session = session;
    this.terminal = terminal;
    this.settings = settings;
    syntax = new CellSyntax(session);
    status = new StatusLine(terminal, settings.status());
    reader = reader();
    BundleView view = new BundleView(terminal, settings.coloured(), settings.charts());
    outputs =
        new ShellOutputs(terminal, reader, status, view, new Pager(terminal, System.getenv()));
  }

  private LineReader reader() {
    LineReader made =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .appName("firesteel")
            .parser(syntax)
            .completer(new CellCompleter())
            .highlighter(new CellHighlighter(settings.coloured()))
            .history(new DefaultHistory())
            .variable(LineReader.HISTORY_FILE, settings.historyFile())
            .variable(LineReader.SECONDARY_PROMPT_PATTERN, "%P > ")
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .option(LineReader.Option.AUTO_MENU_LIST, true)
            .option(LineReader.Option.HISTORY_INCREMENTAL, true)
            .build();
    made.getWidgets().put(NEXT_CELL, () -> enter(made));
    made.getWidgets()
        .put(
            NEW_LINE,
            () -> {
              made.getBuffer().write("\n");
              return true;
            });
    made.getWidgets().put(INSPECT, () -> inspect(made));
    var keys = made.getKeyMaps().get(LineReader.MAIN);
    keys.bind(new Reference(INSPECT), SHIFT_TAB);
    keys.bind(new Reference(NEXT_CELL), "\r", "\n");
    keys.bind(new Reference(NEW_LINE), "\u001b\r", "\u001b\n");
    return made;
  }

  /** Shift-Tab: what stands at the cursor, above the line. */
  private boolean inspect(LineReader made) {
    Optional<MimeBundle> found =
        session.inspect(made.getBuffer().toString(), made.getBuffer().cursor(), true);
    found.ifPresent(bundle -> made.printAbove(bundle.text()));
    return found.isPresent();
  }

  /** Enter: runs a whole cell, or goes on with the next line. */
  private boolean enter(LineReader made) {
    String text = made.getBuffer().toString();
    boolean inLastLine = text.indexOf('\n', made.getBuffer().cursor()) < 0;
    String next = inLastLine ? syntax.nextLine(text) : "\n";
    if (next == null || text.isBlank()) {
      made.callWidget(LineReader.ACCEPT_LINE);
    } else {
      made.getBuffer().write(next);
    }
    return true;
  }

  /**
   * Reads and runs cells until the user leaves.
   *
   * @return the status to end the process with
   */
  public int run() {
    new AutosuggestionWidgets(reader).enable();
    terminal.handle(Terminal.Signal.INT, signal -> session.interrupt());
    Attributes before = terminal.getAttributes();
    Thread restore = new Thread(() -> restore(before), "restore-terminal");
    Runtime.getRuntime().addShutdownHook(restore);
    silence(before);
    status.start(); // First: it scrolls what stands at the top away.
    terminal.writer().println(settings.banner());
    try {
      boolean leave = false;
      while (!leave) {
        leave = step();
      }
      return 0;
    } finally {
      restore(before);
    }
  }

  /** What is typed while a cell runs is not shown among its output. */
  private void silence(Attributes before) {
    Attributes silent = new Attributes(before);
    silent.setLocalFlag(Attributes.LocalFlag.ECHO, false);
    terminal.setAttributes(silent);
  }

  /** The terminal as it was, also when the process is asked to end. */
  private void restore(Attributes before) {
    status.close();
    terminal.setAttributes(before);
    terminal.flush();
  }

  /** One prompt; returns whether the user leaves. */
  private boolean step() {
    String text;
    try {
      text = reader.readLine(prompt(), null, (Character) null, nextText);
    } catch (UserInterruptException e) {
      return e.getPartialLine().isEmpty() && interruptedAgain();
    } catch (EndOfFileException e) {
      return mayLeave();
    }
    interrupted = false;
    nextText = "";
    if (!text.isBlank()) {
      execute(text);
    }
    return false;
  }

  private String prompt() {
    return "[" + (session.executionCount() + 1) + "]> ";
  }

  private boolean mayLeave() {
    return true;
  }

  private boolean interruptedAgain() {
    if (interrupted) {
      return mayLeave();
    }
    interrupted = true;
    terminal.writer().println("Once more, or Ctrl-D, leaves.");
    return false;
  }

  private void execute(String text) {
    CellResult result = session.execute(Cell.of(text), outputs);
    String progress = status.takeProgress();
    if (!progress.isEmpty()) {
      outputs.stdout(progress + "\n");
    }
    result.value().ifPresent(value -> outputs.display(value, Optional.empty()));
    result
        .error()
        .ifPresent(
            error ->
                outputs.stderr(
                    String.join(
                            "\n",
                            settings.coloured() ? error.colouredTraceback() : error.traceback())
                        + "\n"));
    result.nextInput().ifPresent(input -> nextText = input.text());
  }
}
