package firesteel.spark.connect;

import firesteel.api.display.MimeBundle;
import firesteel.api.session.RunningCell;
import firesteel.spark.jobs.BusyTime;
import firesteel.spark.jobs.JobsSnapshot;
import firesteel.spark.jobs.Progress;
import firesteel.spark.jobs.ProgressLine;
import firesteel.spark.jobs.TransferTotals;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.spark.connect.proto.ExecutePlanResponse.ExecutionProgress;
import org.apache.spark.connect.proto.ExecutePlanResponse.ExecutionProgress.StageInfo;

/**
 * Counts what a server reports of the executions of one cell. An execution with stages counts as a
 * job. Thread-safe.
 */
final class ConnectProgress implements Progress {
  private static final class Execution {
    private List<StageInfo> stages = List.of();
    private int tasksRunning;
    private boolean succeeded;
    private boolean failed;
    private boolean active;
  }

  private final RunningCell cell;
  private final Map<String, Execution> executions = new HashMap<>();
  private final BusyTime busy = new BusyTime();

  ConnectProgress(RunningCell cell) {
    this.cell = cell;
  }

  @Override
  public RunningCell cell() {
    return cell;
  }

  /** Notes that an execution starts, or is attached to again. */
  synchronized void started(String operation) {
    Execution execution = executions.computeIfAbsent(operation, id -> new Execution());
    if (!execution.active) {
      execution.active = true;
      busy.started();
    }
  }

  /**
   * Takes a server's report about an execution.
   *
   * @return whether there is something to show
   */
  synchronized boolean heard(String operation, ExecutionProgress progress) {
    Execution execution = executions.get(operation);
    if (execution == null || progress.getStagesCount() == 0) {
      return false;
    }
    execution.stages = progress.getStagesList();
    execution.tasksRunning = (int) progress.getNumInflightTasks();
    return true;
  }

  /** Notes that the stream of an execution's results has ended. */
  synchronized void ended(String operation, boolean succeeded, boolean failed) {
    Execution execution = executions.get(operation);
    if (execution == null || !execution.active) {
      return;
    }
    execution.active = false;
    execution.tasksRunning = 0;
    execution.succeeded |= succeeded;
    execution.failed |= failed;
    busy.ended();
  }

  @Override
  public synchronized OptionalLong activeMillis() {
    boolean shown = executions.values().stream().anyMatch(e -> e.active && !e.stages.isEmpty());
    return shown ? OptionalLong.of(busy.currentMillis()) : OptionalLong.empty();
  }

  @Override
  public MimeBundle live() {
    return ProgressLine.live(snapshot(), List.of());
  }

  @Override
  public MimeBundle summary() {
    return ProgressLine.summary(snapshot(), List.of());
  }

  private synchronized JobsSnapshot snapshot() {
    int jobs = 0;
    int activeJobs = 0;
    int failedJobs = 0;
    int stages = 0;
    int stagesDone = 0;
    long tasks = 0;
    long tasksDone = 0;
    int tasksRunning = 0;
    long bytesRead = 0;
    for (Execution execution : executions.values()) {
      if (execution.stages.isEmpty()) {
        continue;
      }
      jobs++;
      activeJobs += execution.active ? 1 : 0;
      failedJobs += execution.failed ? 1 : 0;
      tasksRunning += execution.tasksRunning;
      for (StageInfo stage : execution.stages) {
        // The server need not report the last tasks before it sends the result.
        boolean done = stage.getDone() || execution.succeeded;
        stages++;
        stagesDone += done ? 1 : 0;
        tasks += stage.getNumTasks();
        tasksDone += done ? stage.getNumTasks() : stage.getNumCompletedTasks();
        bytesRead += stage.getInputBytesRead();
      }
    }
    return new JobsSnapshot(
        jobs,
        activeJobs,
        failedJobs,
        stagesDone,
        stages,
        (int) tasksDone,
        (int) tasks,
        tasksRunning,
        0,
        TransferTotals.NONE.plusBytesRead(bytesRead),
        busy.totalMillis(),
        busy.currentMillis(),
        OptionalLong.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
