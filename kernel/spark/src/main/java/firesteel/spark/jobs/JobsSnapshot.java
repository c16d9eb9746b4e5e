package firesteel.spark.jobs;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * The state of all jobs of a cell.
 *
 * @param transferTotals what their tasks have moved
 * @param busyMillis how long at least one job ran
 * @param activeMillis for how long jobs have been running without a pause; 0 when none runs
 * @param millisLeft the time left in the one running stage, when it can be estimated
 * @param slowest the stage that took longest, when there were several
 * @param straggler a task that is, or was, far behind the others of its stage
 */
public record JobsSnapshot(
    int jobs,
    int activeJobs,
    int failedJobs,
    int stagesDone,
    int stages,
    int tasksDone,
    int tasks,
    int tasksRunning,
    int tasksFailed,
    TransferTotals transferTotals,
    long busyMillis,
    long activeMillis,
    OptionalLong millisLeft,
    Optional<SlowStage> slowest,
    Optional<Straggler> straggler) {

  /**
   * The stage that took longest.
   *
   * @param id the id in the web UI
   * @param millis from its first task's start to its last one's end
   */
  public record SlowStage(int id, long millis) {}
}
