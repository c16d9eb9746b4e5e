package firesteel.spark.jobs;

/**
 * The state of all jobs of a cell.
 *
 * @param busyMillis how long at least one job ran
 * @param activeMillis how long the present stretch of jobs runs without a pause; 0 when none runs
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
    long bytesRead,
    long bytesWritten,
    long bytesShuffled,
    long busyMillis,
    long activeMillis) {}
