package firesteel.spark.jobs;

import firesteel.engine.CellOutputs;
import firesteel.engine.RunningCell;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.executor.TaskMetrics;
import org.apache.spark.scheduler.JobSucceeded$;
import org.apache.spark.scheduler.SparkListenerJobEnd;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.SparkListenerTaskStart;
import org.apache.spark.scheduler.StageInfo;
import scala.jdk.javaapi.CollectionConverters;

/** Counts what the jobs of one cell have done. Thread-safe. */
final class CellProgress implements Progress {
  private static final class Stage {
    private int tasks;
    private int done;
    private int running;
    private boolean submitted;
    private boolean skipped;
    private List<Integer> parents = List.of();
  }

  private final RunningCell cell;
  private final Set<Long> runningTasks = new HashSet<>();
  private final Map<Integer, List<Integer>> stagesOfJob = new HashMap<>();
  private final Map<Integer, Stage> stages = new HashMap<>();
  private final BusyTime busy = new BusyTime();
  private int jobs;
  private int failedJobs;
  private int failedTasks;
  private long bytesRead;
  private long bytesWritten;
  private long bytesShuffled;

  CellProgress(RunningCell cell) {
    this.cell = cell;
  }

  RunningCell cell() {
    return cell;
  }

  @Override
  public CellOutputs outputs() {
    return cell.outputs();
  }

  @Override
  public String displayId() {
    return "firesteel-progress-" + cell.id();
  }

  synchronized void jobStarted(SparkListenerJobStart event) {
    Collection<StageInfo> infos = CollectionConverters.asJavaCollection(event.stageInfos());
    stagesOfJob.put(event.jobId(), infos.stream().map(StageInfo::stageId).toList());
    for (StageInfo info : infos) {
      Stage stage = stages.computeIfAbsent(info.stageId(), id -> new Stage());
      stage.tasks = Math.max(stage.tasks, info.numTasks());
      stage.parents =
          CollectionConverters.asJavaCollection(info.parentIds()).stream()
              .map(Integer.class::cast)
              .toList();
    }
    jobs++;
    busy.started();
  }

  synchronized List<Integer> stagesOf(int job) {
    return stagesOfJob.getOrDefault(job, List.of());
  }

  synchronized void stageSubmitted(StageInfo info) {
    Stage stage = stages.get(info.stageId());
    if (stage != null) {
      stage.submitted = true;
      stage.tasks = info.numTasks();
      stage.done = 0;
      skip(stage.parents);
    }
  }

  /** Parents that were never submitted aren't needed: Spark still has their result. */
  private void skip(List<Integer> parents) {
    for (int id : parents) {
      Stage parent = stages.get(id);
      if (parent != null && !parent.submitted && !parent.skipped) {
        parent.skipped = true;
        skip(parent.parents);
      }
    }
  }

  /** The ids of the tasks that run now. */
  synchronized List<Long> runningTasks() {
    return List.copyOf(runningTasks);
  }

  synchronized void taskStarted(SparkListenerTaskStart event) {
    runningTasks.add(event.taskInfo().taskId());
    Stage stage = stages.get(event.stageId());
    if (stage != null) {
      stage.running++;
    }
  }

  synchronized void taskEnded(SparkListenerTaskEnd event) {
    runningTasks.remove(event.taskInfo().taskId());
    Stage stage = stages.get(event.stageId());
    if (stage == null) {
      return;
    }
    stage.running = Math.max(0, stage.running - 1);
    if (event.taskInfo().successful()) {
      stage.done++;
    } else if (!event.taskInfo().killed()) {
      failedTasks++;
    }
    TaskMetrics metrics = event.taskMetrics();
    if (metrics != null) {
      bytesRead += metrics.inputMetrics().bytesRead();
      bytesWritten += metrics.outputMetrics().bytesWritten();
      bytesShuffled += metrics.shuffleWriteMetrics().bytesWritten();
    }
  }

  synchronized void jobEnded(SparkListenerJobEnd event) {
    List<Integer> ended = stagesOfJob.remove(event.jobId());
    if (ended == null) {
      return;
    }
    if (event.jobResult() != JobSucceeded$.MODULE$) {
      failedJobs++;
    }
    for (int id : ended) {
      Stage stage = stages.get(id);
      stage.running = 0;
      stage.skipped |= !stage.submitted;
    }
    busy.ended();
  }

  @Override
  public synchronized JobsSnapshot snapshot() {
    int stagesWanted = 0;
    int stagesDone = 0;
    int tasks = 0;
    int done = 0;
    int running = 0;
    for (Stage stage : stages.values()) {
      if (!stage.skipped) {
        stagesWanted++;
        stagesDone += stage.submitted && stage.done >= stage.tasks ? 1 : 0;
        tasks += stage.tasks;
        done += Math.min(stage.done, stage.tasks);
        running += stage.running;
      }
    }
    return new JobsSnapshot(
        jobs,
        busy.active(),
        failedJobs,
        stagesDone,
        stagesWanted,
        done,
        tasks,
        running,
        failedTasks,
        bytesRead,
        bytesWritten,
        bytesShuffled,
        busy.totalMillis(),
        busy.currentMillis());
  }
}
