package firesteel.spark.jobs;

import firesteel.api.display.MimeBundle;
import firesteel.api.session.CellOutputs;
import firesteel.api.session.RunningCell;
import java.util.OptionalLong;

/** Reports what the jobs of one cell do, for {@link ProgressDisplay}. Thread-safe. */
public interface Progress {
  /** Returns the cell whose jobs they are. */
  RunningCell cell();

  /** Returns the outputs on which it is shown. */
  default CellOutputs outputs() {
    return cell().outputs();
  }

  /** Returns the id of the cell's one progress display. */
  default String displayId() {
    return "firesteel-progress-" + cell().id();
  }

  /**
   * Returns for how long something has been running without a pause, in milliseconds; empty when
   * nothing is.
   */
  OptionalLong activeMillis();

  /** Returns what is shown while something runs. */
  MimeBundle live();

  /** Returns what stays at the end. */
  MimeBundle summary();
}
