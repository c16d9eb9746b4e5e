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

/** The shell: reads cells from a terminal, runs them, and shows what they give. */
public final class Shell {
  /**
   * What a shell is made of.
   *
   * @param banner its first lines
   * @param historyFile earlier cells of the same folder; made when missing
   * @param status a line on the session, asked for again and again
   * @param work what runs besides the cells, a line each: leaving would stop it
   * @param coloured whether text may have colours
   * @param charts makes pictures and pages of charts
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

  /** Makes a shell; {@link #run} starts it. */
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
   * @return the status to end the process with
   */
  public int run() {
    terminal.handle(Terminal.Signal.INT, signal -> session.interrupt());
    modes.begin();
    try (modes) {
      status.start(); // First: it scrolls what stands at the top away.
      terminal.writer().println(settings.banner());
      boolean leave = false;
      while (!leave) {
        leave = step();
      }
      return 0;
    }
  }

  /** One prompt; returns whether the user leaves. */
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
    terminal.writer().println("Once more, or Ctrl-D, leaves.");
    return false;
  }

  /** Asks when something runs that would be stopped. */
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
      return true; // Ctrl-D again, or nobody is there any more.
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
