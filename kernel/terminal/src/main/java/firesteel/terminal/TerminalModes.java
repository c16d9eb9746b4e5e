package firesteel.terminal;

import java.io.IOException;
import java.util.List;
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

  /** Remembers the modes; what is typed while no line is read is not shown from now on. */
  TerminalModes(Terminal terminal, StatusLine status) {
    this.terminal = terminal;
    this.status = status;
    before = terminal.getAttributes();
    Runtime.getRuntime().addShutdownHook(atEnd);
    silence();
  }

  private void silence() {
    Attributes silent = new Attributes(before);
    silent.setLocalFlag(Attributes.LocalFlag.ECHO, false);
    terminal.setAttributes(silent);
  }

  /**
   * Runs a program that has the terminal for itself, such as an editor; waits for its end.
   *
   * @return its exit status
   */
  int run(List<String> command) throws IOException, InterruptedException {
    status.suspend();
    terminal.flush();
    terminal.setAttributes(before);
    try {
      Process process = new ProcessBuilder(command).inheritIO().start();
      try {
        return process.waitFor();
      } finally {
        process.destroy(); // After an interrupt.
      }
    } finally {
      silence();
      status.resume();
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
