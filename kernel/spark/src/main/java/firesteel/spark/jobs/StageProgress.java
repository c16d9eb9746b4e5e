package firesteel.spark.jobs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.StageInfo;
import org.apache.spark.scheduler.TaskInfo;
import scala.jdk.javaapi.CollectionConverters;

/** Counts what the tasks of one stage have done. Not thread-safe. */
final class StageProgress {
  /** With fewer tasks nobody can say what is usual. */
  private static final int MIN_TASKS = 4;

  private record RunningTask(int index, String host, long startNanos) {}

  private final int id;
  private final Map<Long, RunningTask> running = new HashMap<>();
  private Samples millis = new Samples();
  private Samples rows = new Samples();
  private TaskInfo longest;
  private long rowsOfLongest;
  private List<Integer> parents = List.of();
  private int tasks;
  private int done;
  private boolean submitted;
  private boolean skipped;
  private long startNanos;
  private long tookNanos;

  StageProgress(int id) {
    this.id = id;
  }

  /** Notes that a job needs the stage's result. */
  void wanted(StageInfo info) {
    tasks = Math.max(tasks, info.numTasks());
    parents =
        CollectionConverters.asJavaCollection(info.parentIds()).stream()
            .map(Integer.class::cast)
            .toList();
  }

  /** Notes that it is submitted, perhaps again. */
  void submitted(int numberOfTasks) {
    submitted = true;
    tasks = numberOfTasks;
    done = 0;
    millis = new Samples();
    rows = new Samples();
    longest = null;
    startNanos = System.nanoTime();
  }

  void taskStarted(TaskInfo task) {
    running.put(task.taskId(), new RunningTask(task.index(), task.host(), System.nanoTime()));
  }

  void taskEnded(SparkListenerTaskEnd event) {
    TaskInfo task = event.taskInfo();
    running.remove(task.taskId());
    if (!task.successful()) {
      return;
    }
    done++;
    long taskRows = 0;
    if (event.taskMetrics() != null) {
      taskRows =
          event.taskMetrics().inputMetrics().recordsRead()
              + event.taskMetrics().shuffleReadMetrics().recordsRead();
    }
    if (longest == null || task.duration() > millis.max()) {
      longest = task;
      rowsOfLongest = taskRows;
    }
    millis.add(task.duration());
    rows.add(taskRows);
    if (isDone()) {
      tookNanos = System.nanoTime() - startNanos;
    }
  }

  /** Notes that its job has ended: none of its tasks runs any more. */
  void ended() {
    running.clear();
    skipped |= !submitted;
  }

  /** Notes that it is not needed: Spark still has its result. */
  boolean skip() {
    boolean now = !submitted && !skipped;
    skipped |= now;
    return now;
  }

  int id() {
    return id;
  }

  List<Integer> parents() {
    return parents;
  }

  boolean isSkipped() {
    return skipped;
  }

  boolean isDone() {
    return submitted && done >= tasks;
  }

  boolean isRunning() {
    return !running.isEmpty();
  }

  int tasks() {
    return tasks;
  }

  int tasksDone() {
    return Math.min(done, tasks);
  }

  int tasksRunning() {
    return running.size();
  }

  /** Returns how long it took, in milliseconds; 0 before its end. */
  long tookMillis() {
    return TimeUnit.NANOSECONDS.toMillis(tookNanos);
  }

  OptionalLong millisLeft() {
    long elapsed = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNanos);
    return StageTimeEstimate.of(elapsed, done, running.size(), tasks);
  }

  /** Returns the task for which all others wait or waited. */
  Optional<Straggler> straggler() {
    if (tasks < MIN_TASKS || done < 3 * tasks / 4) {
      return Optional.empty();
    }
    long median = millis.median();
    if (isDone()) {
      return longest != null && Straggler.isFarBehind(longest.duration(), median)
          ? Optional.of(
              new Straggler(
                  id,
                  longest.index(),
                  longest.duration(),
                  median,
                  false,
                  longest.host(),
                  rowsOfLongest,
                  rows.median()))
          : Optional.empty();
    }
    return running.values().stream()
        .min((a, b) -> Long.signum(a.startNanos() - b.startNanos()))
        .map(task -> behind(task, median))
        .filter(task -> Straggler.isFarBehind(task.millis(), median));
  }

  private Straggler behind(RunningTask task, long median) {
    long soFar = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - task.startNanos());
    return new Straggler(id, task.index(), soFar, median, true, task.host(), 0, rows.median());
  }
}
