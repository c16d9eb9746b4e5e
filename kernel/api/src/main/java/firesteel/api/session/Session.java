package firesteel.api.session;

import firesteel.api.comm.Comms;
import firesteel.api.completion.Completeness;
import firesteel.api.completion.Completion;
import firesteel.api.display.Displays;
import firesteel.api.display.MimeBundle;
import firesteel.api.error.CompileProblem;
import firesteel.api.history.CellHistory;
import firesteel.api.plugin.Plugins;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A notebook's Java: it runs cells, keeps their variables, classes and history, and answers
 * questions about code. Every frontend drives one of these and nothing below it.
 *
 * <p>Thread-safe. A cell runs on the thread that calls {@link #execute}; completion, inspection and
 * completeness answer while one runs, and a second thread may run a cell beside it (a subshell).
 *
 * <p>What is made on the way to a kernel's first answer has no logger of its own: making the first
 * one starts the logging library, which takes longer than all the rest.
 *
 * <pre>{@code
 * RecordingOutputs outputs = new RecordingOutputs(Optional.empty());
 * CellResult result = session.execute(Cell.of("int x = 2;\nx + 1"), outputs);
 * result.value().orElseThrow().text(); // "3"
 * session.variables(); // x, an int
 * }</pre>
 */
public interface Session extends AutoCloseable {
  /** User code that is no cell; see {@link #runBesideCells}. */
  @FunctionalInterface
  interface Work {
    /** Does it. */
    void run() throws Exception;
  }

  /**
   * Runs a cell to its end, on the calling thread. Never throws for what the cell does.
   *
   * @param cell what to run
   * @param outputs where it writes to while it runs, and its threads after it
   */
  CellResult execute(Cell cell, CellOutputs outputs);

  /**
   * Evaluates an expression beside the cells: no history, no execution count, as {@code
   * user_expressions} asks for.
   */
  CellResult evaluate(String expression, CellOutputs outputs);

  /**
   * Runs user code that is no cell, such as a comm's handler, on the calling thread: as with a
   * cell, its output goes where it belongs, and an interrupt stops it.
   *
   * @param outputs where it writes to; what it throws is shown there
   */
  void runBesideCells(CellOutputs outputs, Work work);

  /** An exception in the words of cells' errors. */
  CellError describe(Throwable thrown);

  /** The execution count of the last cell that counted; 0 before the first. */
  int executionCount();

  /** Asks every running cell to stop: its thread, what it waits for, and its Spark jobs. */
  void interrupt();

  /**
   * Does what runs a cell in the end: an interrupt that comes from now on stops the cell, also when
   * it has not started yet. For frontends that say that they are busy before they execute.
   */
  void interruptible(Runnable work);

  /** Whether text can run as it stands. */
  Completeness completeness(String code);

  /**
   * What may stand at the cursor: Java, magics, their options, paths.
   *
   * @param code the whole cell
   * @param cursor UTF-16 units from its start
   */
  Completion complete(String code, int cursor);

  /**
   * What the name or the call at the cursor is: signature and documentation as plain text, Markdown
   * and HTML.
   *
   * @param code the whole cell
   * @param cursor UTF-16 units from its start
   * @param detailed whether documentation is wanted too, and not the signature alone
   */
  Optional<MimeBundle> inspect(String code, int cursor, boolean detailed);

  /** The renderers of values. */
  Displays displays();

  /** The magics. */
  Magics magics();

  /** What plug-ins bring. */
  Plugins plugins();

  /** The cells of this session and of earlier ones. */
  CellHistory history();

  /** The comms between cells and the frontend. */
  Comms comms();

  /** The variables that cells declared, in the order of their declaration. */
  List<Variable> variables();

  /** Whether cells declared a variable, a method or a type of a name. */
  boolean isDeclared(String name);

  /**
   * The value of a cell that had one, as {@code Out(3)} gives it.
   *
   * @throws java.util.NoSuchElementException when that cell had none; the message says which had
   */
  Object output(int executionCount);

  /**
   * The loader of the snippets' classes: the context class loader of every thread that runs them.
   */
  ClassLoader classLoader();

  /** Makes jars or class folders visible to the cells that follow. */
  void addToClassPath(List<Path> entries);

  /** The folder that magics and shell commands start in. */
  Path workingDirectory();

  /** Changes the folder that magics and shell commands start in; the process's own stays. */
  void changeDirectory(Path folder);

  /** What the last cell that failed threw, whole and unfiltered; empty when none has failed. */
  Optional<Throwable> lastError();

  /** The type of an expression as Java writes it, generics included; empty when it has none. */
  Optional<String> typeOf(String expression);

  /** The import declarations that hold in every cell, those of cells included. */
  List<String> imports();

  /**
   * What the compiler has against a source file that sees what cells see, but nothing that they
   * declare.
   *
   * @param className the file's public class
   * @param source the file's text
   */
  List<CompileProblem> problemsOf(String className, String source);

  /**
   * The first extension of a type, for magics that belong to it.
   *
   * @param type a class of an extension, or an interface that one implements, such as {@link
   *     firesteel.api.chart.Charts}
   */
  <T> Optional<T> extension(Class<T> type);

  /** Forgets variables, methods, classes and the values of cells; the history stays. */
  void reset();

  /**
   * Starts Java and the extensions in the background, so that the first cell waits less. A
   * frontend calls it once it can answer; what needs Java before that starts it too.
   */
  void start();

  /** When the user pauses, for work that can wait. */
  IdleMonitor idleness();

  /** Waits until Java is ready for the first cell; starts it when nobody did. */
  void awaitReady();

  /**
   * Stops what runs, closes the extensions, and ends every thread of the session; bounded in time.
   */
  @Override
  void close();
}
