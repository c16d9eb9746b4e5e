package firesteel.spark.jobs;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * The state of all jobs of a cell.
 *
 * @param amounts what their tasks have moved
 * @param busyMillis how long at least one job ran
 * @param activeMillis how long the present stretch of jobs runs without a pause; 0 when none runs
 * @param millisLeft of the one stage that runs, when that can be said
 * @param slowest the stage that took longest, of several
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
    TransferTotals amounts,
    long busyMillis,
    long activeMillis,
    OptionalLong millisLeft,
    Optional<SlowStage> slowest,
    Optional<Straggler> straggler) {

  /**
   * The stage that took longest.
   *
   * @param id as the web UI shows it
   * @param millis from its first task's start to its last one's end
   */
  public record SlowStage(int id, long millis) {}
}
