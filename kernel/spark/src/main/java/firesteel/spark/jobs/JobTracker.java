package firesteel.spark.jobs;

import firesteel.api.session.RunningCell;
import java.util.Optional;

/** Ties the jobs of one Spark to the cells that submit them. Thread-safe. */
public interface JobTracker {
  /** The jobs of the calling thread belong to a cell from now on. */
  void bind(RunningCell cell);

  /** Cancels the jobs of a cell, those that it is about to submit too; doesn't wait. */
  void cancel(RunningCell cell);

  /**
   * A cell has ended: its progress gets its last line, and is forgotten; the calling thread belongs
   * to no cell any more.
   */
  void finished(RunningCell cell);

  /** The id of the cell whose task the calling thread runs; empty on all other threads. */
  default Optional<String> cellOfCurrentThread() {
    return Optional.empty();
  }

  /**
   * Where a cell was when a server failed it last; empty when what fails comes with the cell's own
   * frames.
   */
  default Optional<StackTraceElement[]> placeOfFailure(RunningCell cell) {
    return Optional.empty();
  }
}
