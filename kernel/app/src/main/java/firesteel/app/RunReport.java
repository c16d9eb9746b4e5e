package firesteel.app;

import firesteel.notebook.NotebookRun;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/**
 * Tells what went wrong in a run.
 *
 * @param notebook the notebook, as the user wrote it
 * @param timeout how many seconds a cell might run; null for no limit
 */
record RunReport(Path notebook, Integer timeout, PrintStream out) {
  /** Prints failures of a run, or that it was interrupted. */
  void print(NotebookRun run, List<NotebookRun.Failure> failures) {
    if (run.end() == NotebookRun.End.STOPPED) {
      out.println("firesteel: interrupted");
      return;
    }
    for (NotebookRun.Failure failure : failures) {
      print(failure, run.end() == NotebookRun.End.TIMED_OUT && isLast(failure, run));
    }
  }

  private static boolean isLast(NotebookRun.Failure failure, NotebookRun run) {
    return run.failure().filter(last -> last.equals(failure)).isPresent();
  }

  private void print(NotebookRun.Failure failure, boolean timedOut) {
    String where = notebook + ", cell " + failure.cell();
    if (failure.line().isPresent()) {
      where += ", line " + failure.line().getAsInt();
    }
    String what =
        timedOut
            ? "ran longer than " + timeout + " s and was stopped"
            : failure.error().name() + ": " + failure.error().message();
    out.println("firesteel: " + where + ": " + what);
    if (!timedOut) {
      failure.error().traceback().forEach(line -> out.println("  " + line));
    }
  }
}
