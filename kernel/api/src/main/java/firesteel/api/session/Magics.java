package firesteel.api.session;

import firesteel.api.display.MimeBundle;
import firesteel.api.error.MagicException;
import java.util.List;
import java.util.Optional;

/**
 * The magics that are on the class path, and how they are run, completed and explained. Nothing is
 * looked up before the first question. Thread-safe.
 */
public interface Magics {
  /** The names of the line magics, sorted. */
  List<String> lineNames();

  /** The names of the cell magics, sorted. */
  List<String> cellNames();

  /** What a magic of either kind does, in one line; empty when there is none of that name. */
  Optional<String> summary(String name);

  /** Runs a line magic that no cell holds, such as one that code calls by its name. */
  Object runLine(String name, String arguments, RunningCell cell) throws Exception;

  /** Runs a cell magic that no cell holds; see {@link #runLine(String, String, RunningCell)}. */
  Object runCell(String name, String arguments, String body, RunningCell cell) throws Exception;

  /**
   * Registers a line magic that is none of a plug-in; it takes the place of one of its name.
   *
   * @param name without the percent sign
   * @param summary what it does, in a line
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

  /** Runs a line magic that no cell holds, with one argument for each word, whatever is in it. */
  Object runLine(String name, List<String> arguments, RunningCell cell) throws Exception;

  /**
   * Runs a cell magic; see {@link #runLine}.
   *
   * @param origin where the body starts
   */
  Object runCell(String name, String arguments, String body, RunningCell cell, Origin origin)
      throws Exception;

  /** Runs a cell magic that no cell holds, with one argument for each word, whatever is in it. */
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
   * Refuses a cell magic's body in which another cell magic begins: for text that no such line can
   * be part of.
   *
   * @param origin where the body starts
   * @throws MagicException when it has one; says where that belongs
   */
  void refuseCellMagicIn(String body, Origin origin) throws MagicException;

  /** What a magic does and takes; empty when there is none of that name. */
  Optional<MimeBundle> help(String name);
}
