package firesteel.spark.jobs;

import firesteel.api.display.MimeBundle;
import firesteel.api.session.RunningCell;
import firesteel.spark.jobs.JobsSnapshot.SlowStage;
import firesteel.spark.streams.CellStreams;
import firesteel.spark.streams.QuerySnapshot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.spark.scheduler.JobSucceeded$;
import org.apache.spark.scheduler.SparkListenerJobEnd;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.SparkListenerTaskStart;
import org.apache.spark.scheduler.StageInfo;
import scala.jdk.javaapi.CollectionConverters;

/** Counts what the jobs of one cell have done. Thread-safe. */
final class CellProgress implements Progress {
  private final RunningCell cell;
  private final CellStreams streams;
  private final Set<Long> runningTasks = new HashSet<>();
  private final Map<Integer, List<Integer>> stagesOfJob = new HashMap<>();
  private final Map<Integer, StageProgress> stages = new HashMap<>();
  private final BusyTime busy = new BusyTime();
  private final BusyTime streaming = new BusyTime();
  private int jobs;
  private int failedJobs;
  private int failedTasks;
  private TransferTotals transferTotals = TransferTotals.NONE;

  CellProgress(RunningCell cell, CellStreams streams) {
    this.cell = cell;
    this.streams = streams;
  }

  @Override
  public RunningCell cell() {
    return cell;
  }

  synchronized void jobStarted(SparkListenerJobStart event) {
    Collection<StageInfo> infos = CollectionConverters.asJavaCollection(event.stageInfos());
    stagesOfJob.put(event.jobId(), infos.stream().map(StageInfo::stageId).toList());
    for (StageInfo info : infos) {
      stages.computeIfAbsent(info.stageId(), StageProgress::new).wanted(info);
    }
    jobs++;
    busy.started();
  }

  synchronized List<Integer> stagesOf(int job) {
    return stagesOfJob.getOrDefault(job, List.of());
  }

  synchronized void stageSubmitted(StageInfo info) {
    StageProgress stage = stages.get(info.stageId());
    if (stage != null) {
      stage.submitted(info.numTasks());
      skip(stage.parents());
    }
  }

  /** Marks parents that were never submitted as not needed: Spark still has their results. */
  private void skip(List<Integer> parents) {
    for (int id : parents) {
      StageProgress parent = stages.get(id);
      if (parent != null && parent.skip()) {
        skip(parent.parents());
      }
    }
  }

  /** Returns the ids of the running tasks. */
  synchronized List<Long> runningTasks() {
    return List.copyOf(runningTasks);
  }

  synchronized void taskStarted(SparkListenerTaskStart event) {
    runningTasks.add(event.taskInfo().taskId());
    StageProgress stage = stages.get(event.stageId());
    if (stage != null) {
      stage.taskStarted(event.taskInfo());
    }
  }

  synchronized void taskEnded(SparkListenerTaskEnd event) {
    runningTasks.remove(event.taskInfo().taskId());
    StageProgress stage = stages.get(event.stageId());
    if (stage == null) {
      return;
    }
    stage.taskEnded(event);
    if (!event.taskInfo().successful() && !event.taskInfo().killed()) {
      failedTasks++;
    }
    if (event.taskMetrics() != null) {
      transferTotals = transferTotals.plus(event.taskMetrics());
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
    ended.forEach(id -> stages.get(id).ended());
    busy.ended();
  }

  /** Notes that one of the cell's streaming queries has reported something. */
  synchronized void streamsChanged() {
    boolean active = queries().stream().anyMatch(QuerySnapshot::active);
    if (active && streaming.active() == 0) {
      streaming.started();
    } else if (!active && streaming.active() > 0) {
      streaming.ended();
    }
  }

  private List<QuerySnapshot> queries() {
    return streams.of(cell.id());
  }

  @Override
  public synchronized OptionalLong activeMillis() {
    return busy.active() + streaming.active() == 0
        ? OptionalLong.empty()
        : OptionalLong.of(Math.max(busy.currentMillis(), streaming.currentMillis()));
  }

  @Override
  public MimeBundle live() {
    return ProgressLine.live(snapshot(), queries());
  }

  @Override
  public MimeBundle summary() {
    return ProgressLine.summary(snapshot(), queries());
  }

  private synchronized JobsSnapshot snapshot() {
    List<StageProgress> wanted = stages.values().stream().filter(s -> !s.isSkipped()).toList();
    // They have been cancelled, though Spark reports it a moment later.
    int cancelled = cell.isInterrupted() ? busy.active() : 0;
    return new JobsSnapshot(
        jobs,
        busy.active() - cancelled,
        failedJobs + cancelled,
        (int) wanted.stream().filter(StageProgress::isDone).count(),
        wanted.size(),
        wanted.stream().mapToInt(StageProgress::tasksDone).sum(),
        wanted.stream().mapToInt(StageProgress::tasks).sum(),
        wanted.stream().mapToInt(StageProgress::tasksRunning).sum(),
        failedTasks,
        transferTotals,
        busy.totalMillis(),
        busy.currentMillis(),
        millisLeft(wanted),
        slowest(wanted),
        straggler(wanted));
  }

  private static OptionalLong millisLeft(List<StageProgress> stages) {
    List<StageProgress> running = stages.stream().filter(StageProgress::isRunning).toList();
    return running.size() == 1 ? running.get(0).millisLeft() : OptionalLong.empty();
  }

  private static Optional<SlowStage> slowest(List<StageProgress> stages) {
    List<StageProgress> done = stages.stream().filter(StageProgress::isDone).toList();
    return done.size() < 2
        ? Optional.empty()
        : done.stream()
            .max(Comparator.comparingLong(StageProgress::tookMillis))
            .map(stage -> new SlowStage(stage.id(), stage.tookMillis()));
  }

  /** Returns the straggler to show; a running one is preferred to one that has ended. */
  private static Optional<Straggler> straggler(List<StageProgress> stages) {
    List<Straggler> all = new ArrayList<>();
    stages.forEach(stage -> stage.straggler().ifPresent(all::add));
    return all.stream()
        .max(Comparator.comparing(Straggler::running).thenComparing(Straggler::millis));
  }
}
