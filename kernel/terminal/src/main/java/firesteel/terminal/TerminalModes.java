package firesteel.terminal;

import java.io.IOException;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;

/**
 * Restores the terminal's original modes when the shell ends in any way, and for programs that the
 * shell starts. Thread-safe.
 */
final class TerminalModes implements AutoCloseable {
  private final Terminal terminal;
  private final StatusLine status;
  private final Attributes before;
  private boolean restored;
  private final Thread atEnd = new Thread(this::restore, "restore-terminal");

  /** Saves the current modes. */
  TerminalModes(Terminal terminal, StatusLine status) {
    this.terminal = terminal;
    this.status = status;
    before = terminal.getAttributes();
  }

  /** Hides text that is typed while no line is read. */
  void begin() {
    Runtime.getRuntime().addShutdownHook(atEnd);
    silence();
  }

  private void silence() {
    Attributes silent = new Attributes(before);
    silent.setLocalFlag(Attributes.LocalFlag.ECHO, false);
    terminal.setAttributes(silent);
  }

  /**
   * Runs a program that uses the whole terminal with its original modes. Ctrl-C goes to that
   * program and doesn't stop the cell.
   */
  <T> T giveTo(TerminalProgram<T> program) throws IOException, InterruptedException {
    Terminal.SignalHandler interrupt = terminal.handle(Terminal.Signal.INT, signal -> {});
    status.suspend();
    terminal.flush();
    terminal.setAttributes(before);
    try {
      return program.run();
    } finally {
      silence();
      status.resume();
      terminal.handle(Terminal.Signal.INT, interrupt);
    }
  }

  private synchronized void restore() {
    if (!restored) {
      restored = true;
      status.close();
      terminal.setAttributes(before);
      terminal.flush();
    }
  }

  @Override
  public void close() {
    restore();
    try {
      Runtime.getRuntime().removeShutdownHook(atEnd);
    } catch (IllegalStateException e) {
      // The process is ending: the hook does the same again.
    }
  }
}
