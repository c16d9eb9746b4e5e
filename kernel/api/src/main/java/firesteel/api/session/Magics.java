package firesteel.api.session;

import firesteel.api.display.MimeBundle;
import firesteel.api.error.MagicException;
import java.util.List;
import java.util.Optional;

/**
 * Lists, runs, completes and explains the magics on the class path. They are looked up on the first
 * call. Thread-safe.
 */
public interface Magics {
  /** The names of the line magics, sorted. */
  List<String> lineNames();

  /** The names of the cell magics, sorted. */
  List<String> cellNames();

  /** Returns in one line what a magic of either kind does; empty when there is no such magic. */
  Optional<String> summary(String name);

  /** Runs a line magic that stands in no cell, such as one that code calls by name. */
  Object runLine(String name, String arguments, RunningCell cell) throws Exception;

  /**
   * Runs a cell magic that stands in no cell; see {@link #runLine(String, String, RunningCell)}.
   */
  Object runCell(String name, String arguments, String body, RunningCell cell) throws Exception;

  /**
   * Registers a line magic; it replaces a magic of the same name.
   *
   * @param name without the percent sign
   * @param summary what it does, in one line
   */
  void registerLine(String name, String summary, MagicFunction function);

  /** Registers a cell magic; see {@link #registerLine}. */
  void registerCell(String name, String summary, MagicFunction function);

  /**
   * Runs a line magic.
   *
   * @param name without the percent sign
   * @param arguments the rest of the line as typed
   * @param origin where the line stands
   * @throws Exception what the magic threw; a {@code MagicException} when there is no such magic
   *     (naming the nearest) or the arguments don't fit (with the usage)
   */
  Object runLine(String name, String arguments, RunningCell cell, Origin origin) throws Exception;

  /**
   * Runs a line magic that stands in no cell; each word is one argument, whatever characters it
   * has.
   */
  Object runLine(String name, List<String> arguments, RunningCell cell) throws Exception;

  /**
   * Runs a cell magic; see {@link #runLine}.
   *
   * @param origin where the body starts
   */
  Object runCell(String name, String arguments, String body, RunningCell cell, Origin origin)
      throws Exception;

  /**
   * Runs a cell magic that stands in no cell; each word is one argument, whatever characters it
   * has.
   */
  Object runCell(String name, List<String> arguments, String body, RunningCell cell)
      throws Exception;

  /**
   * Runs a shell command in the session's working directory, its output streamed to the cell, with
   * nothing on its standard input. An interrupt of the calling thread ends it and all that it
   * started.
   *
   * @throws MagicException when it can't start or ends with a status other than 0
   */
  void runShell(String command, RunningCell cell) throws Exception;

  /** The environment variables that shell commands see. */
  ShellEnvironment environment();

  /**
   * Checks that no other cell magic begins in a cell magic's body; for languages that have no such
   * line.
   *
   * @param origin where the body starts
   * @throws MagicException when one begins there; the message says where it belongs
   */
  void refuseCellMagicIn(String body, Origin origin) throws MagicException;

  /**
   * Returns the help of a magic: what it does, its options and arguments; empty when there is no
   * such magic.
   */
  Optional<MimeBundle> help(String name);
}
