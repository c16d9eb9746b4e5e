package firesteel.terminal;

import java.io.IOException;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;

/**
 * The terminal's modes as they were, which it gets back whatever ends the shell, and for programs
 * that the shell starts. Thread-safe.
 */
final class TerminalModes implements AutoCloseable {
  private final Terminal terminal;
  private final StatusLine status;
  private final Attributes before;
  private boolean restored;
  private final Thread atEnd = new Thread(this::restore, "restore-terminal");

  /** Remembers the modes. */
  TerminalModes(Terminal terminal, StatusLine status) {
    this.terminal = terminal;
    this.status = status;
    before = terminal.getAttributes();
  }

  /** From now on, what is typed while no line is read is not shown. */
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
   * Gives the whole terminal away while something runs, with its modes as they were. Ctrl-C is that
   * program's, and doesn't stop the cell.
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
      // The process ends: the hook does the same once more.
    }
  }
}
