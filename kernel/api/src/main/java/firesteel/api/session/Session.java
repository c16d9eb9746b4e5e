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
 * Runs the cells of a notebook, keeps their variables, classes and history, and answers questions
 * about code. Frontends use the engine through this interface only.
 *
 * <p>Thread-safe. A cell runs on the thread that calls {@link #execute}; completion, inspection and
 * completeness answer while one runs, and a second thread may run a cell beside it (a subshell).
 *
 * <p>Classes that a kernel needs for its first reply have no logger field: creating the first
 * logger starts the logging library, which takes longer than the rest of the start.
 *
 * <pre>{@code
 * RecordingOutputs outputs = new RecordingOutputs(Optional.empty());
 * CellResult result = session.execute(Cell.of("int x = 2;\nx + 1"), outputs);
 * result.value().orElseThrow().text(); // "3"
 * session.variables(); // x, an int
 * }</pre>
 */
public interface Session extends AutoCloseable {
  /** User code that is not a cell; see {@link #runBesideCells}. */
  @FunctionalInterface
  interface Work {
    /** Runs the code. */
    void run() throws Exception;
  }

  /**
   * Runs a cell to its end on the calling thread. Never throws because of the cell's code.
   *
   * @param cell what to run
   * @param outputs the outputs of the cell, and of its threads after it has ended
   */
  CellResult execute(Cell cell, CellOutputs outputs);

  /**
   * Evaluates an expression without history and execution count, as for Jupyter's {@code
   * user_expressions}.
   */
  CellResult evaluate(String expression, CellOutputs outputs);

  /**
   * Runs user code that is not a cell, such as a comm's handler, on the calling thread: like a
   * cell, it has outputs, and an interrupt stops it.
   *
   * @param outputs the outputs of the code; its exceptions are shown there
   */
  void runBesideCells(CellOutputs outputs, Work work);

  /** Returns an exception described like the error of a cell. */
  CellError describe(Throwable thrown);

  /** The execution count of the last cell that counted; 0 before the first. */
  int executionCount();

  /** Asks every running cell to stop: its thread, what it waits for, and its Spark jobs. */
  void interrupt();

  /**
   * Runs work that executes a cell; an interrupt during it stops the cell even before it has
   * started. For frontends that announce that they are busy before they execute.
   */
  void interruptible(Runnable work);

  /** Returns whether text can run as it stands. */
  Completeness completeness(String code);

  /**
   * Completes the text at the cursor: Java, magics, their options, paths.
   *
   * @param code the whole cell
   * @param cursor UTF-16 units from its start
   */
  Completion complete(String code, int cursor);

  /**
   * Describes the name or the call at the cursor: signature and documentation as plain text,
   * Markdown and HTML.
   *
   * @param code the whole cell
   * @param cursor UTF-16 units from its start
   * @param detailed whether to include the documentation, and not the signature alone
   */
  Optional<MimeBundle> inspect(String code, int cursor, boolean detailed);

  /** The renderers of values. */
  Displays displays();

  /** The magics. */
  Magics magics();

  /** Returns what plug-ins bring. */
  Plugins plugins();

  /** The cells of this session and of earlier ones. */
  CellHistory history();

  /** The comms between cells and the frontend. */
  Comms comms();

  /** The variables that cells declared, in the order of their declaration. */
  List<Variable> variables();

  /** Returns whether cells declared a variable, a method or a type with a name. */
  boolean isDeclared(String name);

  /**
   * Returns the value of a cell, as {@code Out(3)} does.
   *
   * @throws java.util.NoSuchElementException when that cell had none; the message lists the cells
   *     that had one
   */
  Object output(int executionCount);

  /**
   * The loader of the snippets' classes: the context class loader of every thread that runs them.
   */
  ClassLoader classLoader();

  /** Makes jars or class folders visible to the cells that follow. */
  void addToClassPath(List<Path> entries);

  /** The working directory of magics and shell commands. */
  Path workingDirectory();

  /** Changes the working directory of magics and shell commands; that of the process stays. */
  void changeDirectory(Path folder);

  /** The unfiltered exception of the last cell that failed; empty when none has failed. */
  Optional<Throwable> lastError();

  /**
   * Returns the type of an expression as Java writes it, generics included; empty when it has none.
   */
  Optional<String> typeOf(String expression);

  /** The import declarations that are in force in every cell, those of cells included. */
  List<String> imports();

  /**
   * Compiles a source file against the class path of cells, but without their declarations, and
   * returns its errors.
   *
   * @param className the file's public class
   * @param source the file's text
   */
  List<CompileProblem> problemsOf(String className, String source);

  /**
   * Returns the first extension of a type, for magics that use it.
   *
   * @param type a class of an extension, or an interface that one implements, such as {@link
   *     firesteel.api.chart.Charts}
   */
  <T> Optional<T> extension(Class<T> type);

  /** Forgets variables, methods, classes and the values of cells; the history stays. */
  void reset();

  /**
   * Starts Java and the extensions in the background, so that the first cell waits less. A frontend
   * calls this once it can answer; anything that needs Java earlier starts it too.
   */
  void start();

  /** The idle monitor, for background work that should wait while cells run. */
  IdleMonitor idleMonitor();

  /** Waits until Java is ready for the first cell; starts it if needed. */
  void awaitReady();

  /**
   * Stops running cells, closes the extensions, and ends all threads of the session, within a
   * bounded time.
   */
  @Override
  void close();
}
