package firesteel.engine;

import firesteel.api.session.CellLookup;
import firesteel.api.session.CellOutputs;
import firesteel.api.session.RunningCell;
import firesteel.engine.log.JavaLogConfiguration;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Redirects {@code System.out}, {@code System.err} and {@code System.in} to the cells of the
 * sessions in this process. Static because those streams are.
 */
final class CellConsole {
  private static final List<JavaSession> SESSIONS = new CopyOnWriteArrayList<>();
  private static boolean installed;

  private CellConsole() {}

  static synchronized void open(JavaSession session) {
    SESSIONS.add(session);
    if (!installed) {
      installed = true;
      CellLookup.install(new Lookup());
      System.setOut(new CellPrintStream(System.out, CellOutputs::stdout));
      System.setErr(new CellPrintStream(System.err, CellOutputs::stderr));
      System.setIn(new CellInput());
      JavaLogConfiguration.announce();
      Thread.setDefaultUncaughtExceptionHandler(new CellThreadFailures());
    }
  }

  /** The lookup for code that has no session. */
  private static final class Lookup implements CellLookup {
    @Override
    public Optional<RunningCell> current() {
      return ExecutingCell.current().map(RunningCell.class::cast);
    }

    @Override
    public Optional<RunningCell> ofOutput() {
      return cell().map(RunningCell.class::cast);
    }

    @Override
    public boolean isLibraryLogger(String name) {
      return isLoggerOfExtension(name);
    }
  }

  static void close(JavaSession session) {
    SESSIONS.remove(session);
  }

  /**
   * The cell that the calling thread works for according to an extension, such as that of a Spark
   * task.
   */
  static Optional<ExecutingCell> cellOfPooledThread() {
    for (JavaSession session : SESSIONS) {
      Optional<ExecutingCell> cell = session.cellOfPooledThread();
      if (cell.isPresent()) {
        return cell;
      }
    }
    return Optional.empty();
  }

  /** Returns whether a logger belongs to a library of an extension of any session. */
  private static boolean isLoggerOfExtension(String name) {
    for (JavaSession session : SESSIONS) {
      if (session.isLibraryLogger(name)) {
        return true;
      }
    }
    return false;
  }

  /** A cell of any session that runs now; the latest of its session. */
  static Optional<ExecutingCell> latestRunning() {
    return SESSIONS.stream().map(JavaSession::runningCell).flatMap(Optional::stream).findFirst();
  }

  /** The session that the calling thread works for, or else an open one. */
  static Optional<JavaSession> session() {
    return ExecutingCell.current()
        .or(CellConsole::latestRunning)
        .map(ExecutingCell::session)
        .or(() -> SESSIONS.stream().findFirst());
  }

  /**
   * The outputs for the calling thread: those of its cell; for a thread that no cell started, those
   * of the cell that runs; empty when none runs.
   */
  static Optional<CellOutputs> outputs() {
    return cell().map(ExecutingCell::outputs);
  }

  /** The cell that the calling thread's output belongs to; see {@link #outputs}. */
  static Optional<ExecutingCell> cell() {
    Optional<ExecutingCell> cell = ExecutingCell.current();
    if (cell.isEmpty() && !KernelThreads.isKernel()) {
      cell = latestRunning();
    }
    return cell;
  }

  /**
   * Prints an uncaught exception that belongs to no cell to the stream that the process had before.
   */
  static void printUncaught(PrintStream to, Thread thread, Throwable thrown) {
    to.println("Exception in thread \"" + thread.getName() + "\"");
    thrown.printStackTrace(to);
  }
}
