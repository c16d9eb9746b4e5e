package firesteel.spark.master;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The status of the connected Spark, for {@code %spark}.
 *
 * @param facts names and values, in the order to show them
 * @param webUi the address of the web UI
 * @param executors the running executors; empty where they are unknown
 * @param settings the settings that differ from Spark's defaults, sorted; secrets are already
 *     redacted
 */
public record SparkStatus(
    Map<String, String> facts,
    Optional<String> webUi,
    List<Executor> executors,
    Map<String, String> settings) {
  /**
   * A process that runs tasks.
   *
   * @param memoryBytes the memory for data; 0 when unknown
   */
  public record Executor(
      String id, String address, int cores, int activeTasks, int failedTasks, long memoryBytes) {}

  /**
   * A job.
   *
   * @param id as {@code %spark cancel} takes it
   * @param state such as RUNNING
   * @param tasks such as 3/8
   */
  public record Job(String id, String state, String description, String tasks, String started) {}
}
