package firesteel.engine;

import firesteel.engine.assist.Completeness;
import firesteel.engine.assist.Completion;
import firesteel.engine.comm.Comms;
import firesteel.engine.display.Displays;
import firesteel.engine.display.MimeBundle;
import firesteel.engine.history.CellHistory;
import firesteel.engine.magic.Magics;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A notebook's Java: it runs cells, keeps their variables, classes and history, and answers
 * questions about code. Every front door drives one of these and nothing below it.
 *
 * <p>Thread-safe. A cell runs on the thread that calls {@link #execute}; completion, inspection and
 * completeness answer while one runs, and a second thread may run a cell beside it (a subshell).
 */
public final class Session implements AutoCloseable {
  Session(SessionBuilder builder) {}

  /** Starts to make a session. */
  public static SessionBuilder builder() {
    return new SessionBuilder();
  }

  /**
   * Runs a cell to its end, on the calling thread. Never throws for what the cell does.
   *
   * @param cell what to run
   * @param outputs where it writes to while it runs, and its threads after it
   */
  public CellResult execute(Cell cell, CellOutputs outputs) {
    throw new UnsupportedOperationException();
  }

  /**
   * Evaluates an expression beside the cells: no history, no execution count, as {@code
   * user_expressions} asks for.
   */
  public CellResult evaluate(String expression, CellOutputs outputs) {
    throw new UnsupportedOperationException();
  }

  /** Runs text as a part of a running cell; see {@link firesteel.engine.magic.MagicContext#run}. */
  public Object runWithin(RunningCell cell, String code) throws Exception {
    throw new UnsupportedOperationException();
  }

  /**
   * Runs text that comes from elsewhere, such as a file, as a part of a running cell; else like
   * {@link #runWithin(RunningCell, String)}.
   *
   * @param source what errors call the text in place of {@code Cell [3]}: a file's name
   */
  public Object runWithin(RunningCell cell, String code, String source) throws Exception {
    throw new UnsupportedOperationException();
  }

  /** The execution count of the last cell that counted; 0 before the first. */
  public int executionCount() {
    throw new UnsupportedOperationException();
  }

  /** Asks every running cell to stop: its thread, what it waits for, and its Spark jobs. */
  public void interrupt() {
    throw new UnsupportedOperationException();
  }

  /** Whether text can run as it stands. */
  public Completeness completeness(String code) {
    throw new UnsupportedOperationException();
  }

  /**
   * What may stand at the cursor: Java, magics, their options, paths.
   *
   * @param code the whole cell
   * @param cursor UTF-16 units from its start
   */
  public Completion complete(String code, int cursor) {
    throw new UnsupportedOperationException();
  }

  /**
   * What the name or the call at the cursor is: signature and documentation as plain text, Markdown
   * and HTML.
   *
   * @param code the whole cell
   * @param cursor UTF-16 units from its start
   * @param detailed whether documentation is wanted too, and not the signature alone
   */
  public Optional<MimeBundle> inspect(String code, int cursor, boolean detailed) {
    throw new UnsupportedOperationException();
  }

  /** The renderers of values. */
  public Displays displays() {
    throw new UnsupportedOperationException();
  }

  /** The magics. */
  public Magics magics() {
    throw new UnsupportedOperationException();
  }

  /** The cells of this session and of earlier ones. */
  public CellHistory history() {
    throw new UnsupportedOperationException();
  }

  /** The comms between cells and the front end. */
  public Comms comms() {
    throw new UnsupportedOperationException();
  }

  /** The variables that cells declared, in the order of their declaration. */
  public List<Variable> variables() {
    throw new UnsupportedOperationException();
  }

  /**
   * The value of a cell that had one, as {@code Out(3)} gives it.
   *
   * @throws java.util.NoSuchElementException when that cell had none; the message says which had
   */
  public Object output(int executionCount) {
    throw new UnsupportedOperationException();
  }

  /**
   * The loader of the snippets' classes: the context class loader of every thread that runs them.
   */
  public ClassLoader classLoader() {
    throw new UnsupportedOperationException();
  }

  /** Makes jars or class folders visible to the cells that follow. */
  public void addToClassPath(List<Path> entries) {
    throw new UnsupportedOperationException();
  }

  /** The folder that magics and shell commands start in. */
  public Path workingDirectory() {
    throw new UnsupportedOperationException();
  }

  /** Changes the folder that magics and shell commands start in; the process's own stays. */
  public void changeDirectory(Path folder) {
    throw new UnsupportedOperationException();
  }

  /** What the last cell that failed threw, whole and unfiltered; empty when none has failed. */
  public Optional<Throwable> lastError() {
    throw new UnsupportedOperationException();
  }

  /** An extension of a type, for magics that belong to it. */
  public <T extends SessionExtension> Optional<T> extension(Class<T> type) {
    throw new UnsupportedOperationException();
  }

  /** Forgets variables, methods, classes and the values of cells; the history stays. */
  public void reset() {
    throw new UnsupportedOperationException();
  }

  /**
   * Starts Java and the extensions in the background, so that the first cell waits less. A front
   * door calls it once it can answer; what needs Java before that starts it too.
   */
  public void start() {
    throw new UnsupportedOperationException();
  }

  /** Waits until Java is ready for the first cell; starts it when nobody did. */
  public void awaitReady() {
    throw new UnsupportedOperationException();
  }

  /**
   * Stops what runs, closes the extensions, and ends every thread of the session; bounded in time.
   */
  @Override
  public void close() {}
}
