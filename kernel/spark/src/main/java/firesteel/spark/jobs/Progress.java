package firesteel.spark.jobs;

import firesteel.engine.CellOutputs;

/** What the jobs of one cell have done, as {@link ProgressDisplay} shows it. Thread-safe. */
public interface Progress {
  /** Where it is shown. */
  CellOutputs outputs();

  /** The name of the cell's one progress line. */
  String displayId();

  /** The state now. */
  JobsSnapshot snapshot();
}
