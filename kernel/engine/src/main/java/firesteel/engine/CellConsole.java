package firesteel.engine;

import firesteel.engine.log.JavaLogConfiguration;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Puts the cells behind {@code System.out}, {@code System.err} and {@code System.in}, and knows the
 * sessions that live in this process. Static because those streams are.
 */
final class CellConsole {
  private static final List<Session> SESSIONS = new CopyOnWriteArrayList<>();
  private static boolean installed;

  private CellConsole() {}

  static synchronized void open(Session session) {
    SESSIONS.add(session);
    if (!installed) {
      installed = true;
      System.setOut(new CellPrintStream(System.out, CellOutputs::stdout));
      System.setErr(new CellPrintStream(System.err, CellOutputs::stderr));
      System.setIn(new CellInput());
      JavaLogConfiguration.announce();
      Thread.setDefaultUncaughtExceptionHandler(new CellThreadFailures());
    }
  }

  static void close(Session session) {
    SESSIONS.remove(session);
  }

  /** The cell that an extension knows the calling thread to work for, such as a Spark task's. */
  static Optional<RunningCell> cellOfPooledThread() {
    for (Session session : SESSIONS) {
      Optional<RunningCell> cell = session.cellOfPooledThread();
      if (cell.isPresent()) {
        return cell;
      }
    }
    return Optional.empty();
  }

  /** Whether a logger is of a library that an extension of any session speaks for. */
  static boolean isLibraryLogger(String name) {
    for (Session session : SESSIONS) {
      if (session.isLibraryLogger(name)) {
        return true;
      }
    }
    return false;
  }

  /** A cell that runs now in any session; the latest of its session. */
  static Optional<RunningCell> latestRunning() {
    return SESSIONS.stream().map(Session::runningCell).flatMap(Optional::stream).findFirst();
  }

  /** The session that the calling thread works for, or one that is open. */
  static Optional<Session> session() {
    return RunningCell.current()
        .or(CellConsole::latestRunning)
        .map(RunningCell::session)
        .or(() -> SESSIONS.stream().findFirst());
  }

  /**
   * Where the calling thread's output belongs: to its cell; for a thread that no cell started, to
   * the cell that runs, if any; else to the process.
   */
  static Optional<CellOutputs> outputs() {
    return cell().map(RunningCell::outputs);
  }

  /** The cell that the calling thread's output belongs to; see {@link #outputs}. */
  static Optional<RunningCell> cell() {
    Optional<RunningCell> cell = RunningCell.current();
    if (cell.isEmpty() && !KernelThreads.isKernel()) {
      cell = latestRunning();
    }
    return cell;
  }

  /** The stream that the process had before, for a failure that belongs to no cell. */
  static void printUncaught(PrintStream to, Thread thread, Throwable thrown) {
    to.println("Exception in thread \"" + thread.getName() + "\"");
    thrown.printStackTrace(to);
  }
}
