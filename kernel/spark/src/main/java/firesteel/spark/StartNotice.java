package firesteel.spark;

import firesteel.api.session.RunningCell;
import java.util.Optional;

/**
 * Tells a cell that waits long, once, that Spark is starting, and later what became of it: beside
 * its outputs, which are to be the same in every run.
 */
final class StartNotice {
  private final Optional<RunningCell> cell;
  private boolean shown;

  /** Shows nothing yet. */
  StartNotice(Optional<RunningCell> cell) {
    this.cell = cell;
  }

  /** Says that Spark is starting. */
  void show() {
    shown = true;
    cell.ifPresent(running -> running.outputs().waiting("Spark is starting ..."));
  }

  /** Ends what {@link #show} said; nothing when it said nothing. */
  void finish(String text) {
    if (shown) {
      cell.ifPresent(running -> running.outputs().waited(text));
    }
  }
}
