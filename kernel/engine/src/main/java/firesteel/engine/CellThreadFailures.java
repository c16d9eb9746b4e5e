package firesteel.engine;

import firesteel.api.bytecode.CellStopped;
import java.util.Optional;

/** Tells a cell what a thread that it started died of, in the words of the cell's own errors. */
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
