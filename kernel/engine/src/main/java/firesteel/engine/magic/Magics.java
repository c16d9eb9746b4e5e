package firesteel.engine.magic;

import firesteel.engine.RunningCell;
import firesteel.engine.assist.Completion;
import firesteel.engine.display.MimeBundle;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The magics that are on the class path, and how they are run, completed and explained. */
public final class Magics {
  /** Finds the magics that a class loader sees. */
  public Magics(ClassLoader loader) {}

  /** The names of the line magics, sorted. */
  public List<String> lineNames() {
    throw new UnsupportedOperationException();
  }

  /** The names of the cell magics, sorted. */
  public List<String> cellNames() {
    throw new UnsupportedOperationException();
  }

  /**
   * Runs a line magic.
   *
   * @param name without the percent sign
   * @param arguments the rest of the line as typed
   * @throws MagicException when there is no such magic (naming the nearest) or the arguments don't
   *     fit (with the usage)
   */
  public Object runLine(String name, String arguments, RunningCell cell) throws Exception {
    throw new UnsupportedOperationException();
  }

  /** Runs a cell magic; see {@link #runLine}. */
  public Object runCell(String name, String arguments, String body, RunningCell cell)
      throws Exception {
    throw new UnsupportedOperationException();
  }

  /** Runs a shell command, its output streamed to the cell; a non-zero status is an error. */
  public void runShell(String command, RunningCell cell) throws Exception {
    throw new UnsupportedOperationException();
  }

  /**
   * Completes a magic's line: its name, its options, its arguments (paths where it takes paths).
   *
   * @param line the whole line, from its percent signs or exclamation mark on
   * @param cursor UTF-16 units from the start of the line; the result counts from there too
   * @param folder what relative paths start from: the session's working directory
   */
  public Completion complete(String line, int cursor, Path folder) {
    throw new UnsupportedOperationException();
  }

  /**
   * Where the Java code of a magic's line starts, as in {@code %time run()}, so that it can be
   * completed as Java; empty for lines that hold none.
   */
  public OptionalInt javaStart(String line) {
    throw new UnsupportedOperationException();
  }

  /** What a magic does and takes; empty when there is none of that name. */
  public Optional<MimeBundle> help(String name) {
    throw new UnsupportedOperationException();
  }
}
