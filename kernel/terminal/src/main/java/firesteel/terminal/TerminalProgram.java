package firesteel.terminal;

import java.io.IOException;

/**
 * A program that has the terminal for itself while it runs, such as an editor.
 *
 * @param <T> the type of its result
 */
@FunctionalInterface
public interface TerminalProgram<T> {
  /** Runs it to its end. */
  T run() throws IOException, InterruptedException;
}
