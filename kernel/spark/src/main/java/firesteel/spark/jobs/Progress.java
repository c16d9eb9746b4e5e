package firesteel.spark.jobs;

import firesteel.api.display.MimeBundle;
import firesteel.api.session.CellOutputs;
import firesteel.api.session.RunningCell;
import java.util.OptionalLong;

/** What the jobs of one cell do, as {@link ProgressDisplay} shows it. Thread-safe. */
public interface Progress {
  /** The cell whose jobs they are. */
  RunningCell cell();

  /** Where it is shown. */
  default CellOutputs outputs() {
    return cell().outputs();
  }

  /** The name of the cell's one progress display. */
  default String displayId() {
    return "firesteel-progress-" + cell().id();
  }

  /** For how long something runs without a pause, in milliseconds; empty when nothing does. */
  OptionalLong activeMillis();

  /** What is shown while something runs. */
  MimeBundle live();

  /** What stays. */
  MimeBundle summary();
}
