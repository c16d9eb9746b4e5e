package firesteel.spark;

import firesteel.engine.RunningCell;
import firesteel.engine.display.MimeBundle;
import firesteel.engine.display.OwnMetadata;
import java.util.Optional;

/** Tells a cell that waits long, once, that Spark is starting, and later what became of it. */
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
    cell.ifPresent(
        running -> running.outputs().display(bundle("Spark is starting ..."), id(running)));
  }

  /** Replaces what {@link #show} said; nothing when it said nothing. */
  void finish(String text) {
    if (shown) {
      cell.ifPresent(running -> running.outputs().update(id(running).orElseThrow(), bundle(text)));
    }
  }

  private static Optional<String> id(RunningCell running) {
    return Optional.of("firesteel-start-" + running.id());
  }

  private static MimeBundle bundle(String text) {
    return OwnMetadata.progress(MimeBundle.text(text));
  }
}
