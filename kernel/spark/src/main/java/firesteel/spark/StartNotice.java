package firesteel.spark;

import firesteel.api.session.RunningCell;
import java.util.Optional;

/**
 * Tells a cell that waits long, once, that Spark is starting, and later the result. The notice is
 * beside the cell's outputs, which stay the same in every run.
 */
final class StartNotice {
  private final Optional<RunningCell> cell;
  private boolean shown;

  /** Creates the notice without showing it. */
  StartNotice(Optional<RunningCell> cell) {
    this.cell = cell;
  }

  /** Says that Spark is starting. */
  void show() {
    shown = true;
    cell.ifPresent(running -> running.outputs().waiting("Spark is starting ..."));
  }

  /** Replaces the text of {@link #show}; does nothing when nothing was shown. */
  void finish(String text) {
    if (shown) {
      cell.ifPresent(running -> running.outputs().waited(text));
    }
  }
}
