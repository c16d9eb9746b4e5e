package firesteel.spark.jobs;

import firesteel.api.display.MimeBundle;
import firesteel.api.session.CellOutputs;
import java.util.OptionalLong;

/** What the jobs of one cell do, as {@link ProgressDisplay} shows it. Thread-safe. */
public interface Progress {
  /** Where it is shown. */
  CellOutputs outputs();

  /** The name of the cell's one progress display. */
  String displayId();

  /** For how long something runs without a pause, in milliseconds; empty when nothing does. */
  OptionalLong activeMillis();

  /** What is shown while something runs. */
  MimeBundle live();

  /** What stays. */
  MimeBundle summary();
}
