package firesteel.engine;

import firesteel.api.bytecode.CellStopped;
import java.util.Optional;

/**
 * Shows uncaught exceptions of threads in the cell that started them, described like the cell's own
 * errors.
 */
final class CellThreadFailures implements Thread.UncaughtExceptionHandler {
  @Override
  public void uncaughtException(Thread thread, Throwable thrown) {
    if (thrown instanceof CellStopped) {
      return; // The user asked for it.
    }
    Optional<ExecutingCell> cell = ExecutingCell.current();
    if (cell.isPresent()) {
      String what = String.join("\n", cell.get().session().describe(thrown).traceback());
      cell.get()
          .outputs()
          .stderr("Exception in thread \"" + thread.getName() + "\" " + what + "\n");
    } else {
      CellConsole.printUncaught(System.err, thread, thrown);
    }
  }
}
