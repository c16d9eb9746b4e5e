package firesteel.spark.jobs;

import firesteel.api.session.RunningCell;
import java.util.Optional;

/** Ties the jobs of one Spark to the cells that submit them. Thread-safe. */
public interface JobTracker {
  /** Ties the jobs of the calling thread to a cell from now on. */
  void bind(RunningCell cell);

  /** Cancels the jobs of a cell, also those that it is about to submit; doesn't wait. */
  void cancel(RunningCell cell);

  /**
   * Ends a cell: shows the last line of its progress and forgets it; the calling thread belongs to
   * no cell any more.
   */
  void finished(RunningCell cell);

  /** Returns the id of the cell whose task the calling thread runs; empty on all other threads. */
  default Optional<String> cellOfCurrentThread() {
    return Optional.empty();
  }

  /**
   * Returns where a cell was when a server last reported a failure; empty when failures carry the
   * cell's own frames.
   */
  default Optional<StackTraceElement[]> placeOfFailure(RunningCell cell) {
    return Optional.empty();
  }
}
