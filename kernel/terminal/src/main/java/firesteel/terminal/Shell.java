package firesteel.terminal;

import firesteel.api.session.Cell;
import firesteel.api.session.CellResult;
import firesteel.api.session.Session;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jline.reader.EndOfFileException;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;

/** Reads cells from a terminal, runs them, and shows their outputs. */
public final class Shell {
  /**
   * The settings of a shell.
   *
   * @param banner its first lines
   * @param historyFile the file with earlier cells of the same folder; created when missing
   * @param status returns a line about the session; called repeatedly
   * @param work returns the work besides the cells that leaving would stop, one line each
   * @param coloured whether text may have colours
   * @param charts creates pictures and pages of charts
   */
  public record Settings(
      String banner,
      Path historyFile,
      Supplier<String> status,
      Supplier<List<String>> work,
      boolean coloured,
      ChartMaker charts) {}

  private final Session session;
  private final Terminal terminal;
  private final Settings settings;
  private final StatusLine status;
  private final TerminalModes modes;
  private final TerminalCellReader reader;
  private final ShellOutputs outputs;
  private String nextText = "";
  private boolean interrupted;

  /** Creates a shell; {@link #run} starts it. */
  public Shell(Session session, Terminal terminal, Settings settings) {
    this.session = session;
    this.terminal = terminal;
    this.settings = settings;
    status = new StatusLine(terminal, settings.status());
    modes = new TerminalModes(terminal, status);
    reader = new TerminalCellReader(session, terminal, settings.historyFile(), settings.coloured());
    BundleView view = new BundleView(terminal, settings.coloured(), settings.charts());
    outputs =
        new ShellOutputs(
            terminal,
            modes,
            reader.lines(),
            status,
            view,
            new Pager(terminal, modes, System.getenv()));
  }

  /**
   * Reads and runs cells until the user leaves.
   *
   * @return the exit status for the process
   */
  public int run() {
    terminal.handle(Terminal.Signal.INT, signal -> session.interrupt());
    modes.begin();
    try (modes) {
      status.start(); // First, as it scrolls the screen.
      terminal.writer().println(settings.banner());
      boolean leave = false;
      while (!leave) {
        leave = step();
      }
      return 0;
    }
  }

  /** Reads and runs one cell; returns whether the user leaves. */
  private boolean step() {
    String text;
    try {
      text = reader.read(prompt(), nextText);
    } catch (UserInterruptException e) {
      nextText = "";
      return e.getPartialLine().isEmpty() && interruptedAgain();
    } catch (EndOfFileException e) {
      return mayLeave();
    }
    interrupted = false;
    nextText = "";
    if (text.isBlank()) {
      return false;
    }
    Optional<ShellWords.Request> request = ShellWords.request(text, session::isDeclared);
    if (request.isEmpty()) {
      execute(text);
      return false;
    }
    switch (request.get()) {
      case LEAVE -> {
        return mayLeave();
      }
      case HELP -> execute("%help");
      default -> terminal.writer().println(ShellWords.advice(text));
    }
    return false;
  }

  private String prompt() {
    return "[" + (session.executionCount() + 1) + "]> ";
  }

  private boolean interruptedAgain() {
    if (interrupted) {
      return mayLeave();
    }
    interrupted = true;
    terminal.writer().println("Ctrl-C once more, or Ctrl-D, leaves.");
    return false;
  }

  /** Returns whether the shell may end; asks the user when that would stop something that runs. */
  private boolean mayLeave() {
    List<String> work = settings.work().get();
    if (work.isEmpty()) {
      return true;
    }
    work.forEach(line -> terminal.writer().println("runs: " + line));
    try {
      String answer = reader.ask("Leave, and stop what runs? [y/N] ");
      return answer.strip().matches("(?i)y(es)?");
    } catch (UserInterruptException e) {
      return false;
    } catch (EndOfFileException e) {
      return true; // Ctrl-D again, or the terminal is gone.
    } finally {
      interrupted = false;
    }
  }

  private void execute(String text) {
    CellResult result = session.execute(Cell.of(text), outputs);
    String progress = status.takeProgress();
    if (!progress.isEmpty()) {
      outputs.startLine();
      outputs.stdout(progress + "\n");
    }
    result.value().ifPresent(value -> outputs.display(value, Optional.empty()));
    result.error().ifPresent(outputs::error);
    outputs.startLine();
    result.nextInput().ifPresent(input -> nextText = input.text());
  }
}
