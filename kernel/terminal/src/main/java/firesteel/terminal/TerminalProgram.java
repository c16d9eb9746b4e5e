package firesteel.terminal;

import java.io.IOException;

/**
 * A program that has the terminal for itself while it runs, such as an editor.
 *
 * @param <T> what it gives in the end
 */
@FunctionalInterface
public interface TerminalProgram<T> {
  /** Runs it to its end. */
  T run() throws IOException, InterruptedException;
}
