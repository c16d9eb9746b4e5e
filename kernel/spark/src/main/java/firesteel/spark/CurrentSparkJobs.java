package firesteel.spark;

import firesteel.api.session.RunningCell;
import firesteel.spark.closure.Closures;
import firesteel.spark.jobs.JobTracker;
import firesteel.spark.jobs.ProgressDisplay;
import firesteel.spark.master.StartedSpark;
import java.util.Map;
import java.util.Optional;

/** Ties the jobs of the current Spark to cells, and switches to each new Spark. Thread-safe. */
final class CurrentSparkJobs {
  private record Watched(StartedSpark spark, JobTracker jobs) {}

  private final Map<String, RunningCell> runningCells;
  private final ProgressDisplay progress;
  private final Closures closures;
  private volatile Watched present;
  private volatile boolean replaced;

  /** Creates it without watching a Spark. */
  CurrentSparkJobs(
      Map<String, RunningCell> runningCells, ProgressDisplay progress, Closures closures) {
    this.runningCells = runningCells;
    this.progress = progress;
    this.closures = closures;
  }

  /** Watches this Spark from now on, unless it does already. */
  synchronized void watch(StartedSpark spark) {
    Watched before = present;
    if (before == null || !before.spark().isSameApplication(spark)) {
      spark.attach(closures);
      present = new Watched(spark, spark.watch(runningCells, progress));
      replaced |= before != null;
    }
  }

  /** Whether there has ever been a Spark. */
  boolean isWatching() {
    return present != null;
  }

  /** Whether a Spark of this session has been stopped. */
  boolean hasStopped() {
    Watched now = present;
    return replaced || now != null && now.spark().isStopped();
  }

  /** Ties the jobs of the calling thread to a cell. */
  void bind(RunningCell cell) {
    Watched now = present;
    if (now != null) {
      now.jobs().bind(cell);
    }
  }

  void cellInterrupted(RunningCell cell) {
    Watched now = present;
    if (now != null) {
      now.jobs().cancel(cell);
    }
  }

  void cellFinished(RunningCell cell) {
    Watched now = present;
    if (now != null) {
      now.jobs().finished(cell);
    }
  }

  /** See {@link JobTracker#placeOfFailure}. */
  Optional<StackTraceElement[]> placeOfFailure(RunningCell cell) {
    Watched now = present;
    return now == null ? Optional.empty() : now.jobs().placeOfFailure(cell);
  }

  Optional<String> cellOfCurrentThread() {
    Watched now = present;
    return now == null ? Optional.empty() : now.jobs().cellOfCurrentThread();
  }
}
