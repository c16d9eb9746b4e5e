package firesteel.spark.jobs;

import firesteel.api.session.RunningCell;
import firesteel.spark.streams.CellStreams;
import firesteel.spark.streams.RunningQueries;
import firesteel.spark.streams.StreamFailure;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.SparkContext;
import org.apache.spark.TaskContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerEvent;
import org.apache.spark.scheduler.SparkListenerJobEnd;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.SparkListenerTaskStart;
import org.apache.spark.sql.streaming.StreamingQueryListener.QueryTerminatedEvent;

/**
 * Ties Spark jobs to the cells that submit them: cancels the jobs of interrupted cells, and feeds
 * the progress that running cells show. Its listener methods run on Spark's listener thread.
 */
public final class CellJobs extends SparkListener implements JobTracker {
  private static final String REASON = "the cell was interrupted";

  /**
   * The local property of the threads of streaming queries, which outlive the cell that started
   * them.
   */
  private static final String STREAMING_QUERY = "sql.streaming.queryId";

  private static final long MAX_WAIT_FOR_EVENTS_MILLIS = 2000;
  private static final int MAX_DESCRIPTION_LENGTH = 100;

  private final SparkContext context;
  private final Map<String, RunningCell> runningCells;
  private final ProgressDisplay display;
  private final CellStreams streams = new CellStreams();
  private final RunningQueries runningQueries;
  private final Set<String> stoppedCells = ConcurrentHashMap.newKeySet();
  private final Set<Integer> stoppedStages = ConcurrentHashMap.newKeySet();
  private final Map<Integer, String> cellOfJob = new ConcurrentHashMap<>();
  private final Map<Integer, CellProgress> progressOfStage = new ConcurrentHashMap<>();
  private final Map<String, CellProgress> progressOfCell = new ConcurrentHashMap<>();

  /** The cells of running queries, also of those whose cell has ended. */
  private final Map<UUID, RunningCell> cellOfQuery = new ConcurrentHashMap<>();

  /** The cell that has ended last. */
  private volatile RunningCell last;

  /**
   * Creates the tracker; it works once {@link SparkContext#addSparkListener} has added it.
   *
   * @param runningCells the running cells by id; kept by the caller
   * @param display shows progress
   * @param runningQueries the streaming queries of the application
   */
  public CellJobs(
      SparkContext context,
      Map<String, RunningCell> runningCells,
      ProgressDisplay display,
      RunningQueries runningQueries) {
    this.context = context;
    this.runningQueries = runningQueries;
    this.runningCells = runningCells;
    this.display = display;
  }

  @Override
  public void bind(RunningCell cell) {
    if (!context.isStopped() && TaskContext.get() == null) {
      CellThreads.bind(context, cell, description(cell));
    }
  }

  private static String description(RunningCell cell) {
    String line =
        cell.code().lines().map(String::strip).filter(s -> !s.isEmpty()).findFirst().orElse("");
    String text = (cell.number() > 0 ? "[" + cell.number() + "] " : "") + line;
    return text.length() <= MAX_DESCRIPTION_LENGTH
        ? text
        : text.substring(0, MAX_DESCRIPTION_LENGTH - 3) + "...";
  }

  @Override
  public Optional<String> cellOfCurrentThread() {
    return CellThreads.cellOfTask();
  }

  @Override
  public void cancel(RunningCell cell) {
    if (context.isStopped()) {
      return;
    }
    stoppedCells.add(cell.id());
    context.cancelJobGroupAndFutureJobs(cell.id(), REASON);
    CellProgress progress = progressOfCell.get(cell.id());
    // Jobs in a group of the user's own; Spark would let their tasks run on unless they are
    // cancelled one by one.
    cellOfJob.forEach(
        (job, id) -> {
          if (id.equals(cell.id())) {
            // Events about tasks that have just started may arrive after the end of the cell.
            if (progress != null) {
              stoppedStages.addAll(progress.stagesOf(job));
            }
            context.cancelJob(job, REASON);
          }
        });
    if (progress != null) {
      progress.runningTasks().forEach(this::kill);
    }
    runningQueries.stop(streams.idsOf(cell.id()));
  }

  private void kill(long task) {
    context.killTaskAttempt(task, true, REASON);
  }

  @Override
  public void finished(RunningCell cell) {
    last = cell;
    finished(cell, this::awaitEvents);
    CellThreads.unbind(context);
  }

  private void finished(RunningCell cell, Runnable lastEvents) {
    CellProgress progress = progressOfCell.get(cell.id());
    if (progress != null) {
      display.finish(progress, lastEvents);
      progressOfCell.remove(cell.id());
      progressOfStage.values().removeIf(progress::equals);
    }
    streams.forget(cell.id());
  }

  /** Waits for the ends of jobs, which another thread reports, usually within milliseconds. */
  private void awaitEvents() {
    boolean interrupted = Thread.interrupted();
    try {
      context.listenerBus().waitUntilEmpty(MAX_WAIT_FOR_EVENTS_MILLIS);
    } catch (Exception e) { // Scala does not declare the InterruptedException.
      interrupted |= e instanceof InterruptedException;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void onJobStart(SparkListenerJobStart event) {
    Properties properties = event.properties();
    String id = properties == null ? null : properties.getProperty(CellThreads.CELL);
    if (id == null) {
      return;
    }
    String query = properties.getProperty(STREAMING_QUERY);
    if (query != null) {
      queryStarted(UUID.fromString(query), id);
      return;
    }
    cellOfJob.put(event.jobId(), id);
    if (stoppedCells.contains(id)) {
      // Submitted by a thread that its interrupted cell left behind, perhaps after the cell's end.
      event.stageInfos().foreach(stage -> stoppedStages.add(stage.stageId()));
      context.cancelJob(event.jobId(), REASON);
    }
    RunningCell cell = runningCells.get(id);
    if (cell == null) {
      return;
    }
    CellProgress progress = progressOf(cell);
    progress.jobStarted(event);
    for (int stage : progress.stagesOf(event.jobId())) {
      progressOfStage.put(stage, progress);
    }
    display.watch(progress);
    if (!runningCells.containsKey(id)) {
      // The cell ended while this event was on its way.
      finished(cell, () -> {});
    }
  }

  private CellProgress progressOf(RunningCell cell) {
    return progressOfCell.computeIfAbsent(cell.id(), id -> new CellProgress(cell, streams));
  }

  /** Ties a query to the cell that its first job belongs to. */
  private void queryStarted(UUID query, String id) {
    if (stoppedCells.contains(id)) {
      runningQueries.stop(Set.of(query));
      return;
    }
    RunningCell cell = runningCells.get(id);
    if (cell != null) {
      cellOfQuery.put(query, cell);
    }
    if (cell != null && streams.belongs(query, id)) {
      CellProgress progress = progressOf(cell);
      progress.streamsChanged();
      display.watch(progress);
      if (!runningCells.containsKey(id)) {
        finished(cell, () -> {});
      }
    }
  }

  @Override
  public void onOtherEvent(SparkListenerEvent event) {
    if (streams.heard(event)) {
      progressOfCell.values().forEach(CellProgress::streamsChanged);
      if (event instanceof QueryTerminatedEvent ended && ended.exception().isDefined()) {
        sayThatItFailed(ended);
      }
    }
  }

  /**
   * Reports a failed query in its cell: it fails on a thread of its own, and nobody has to wait for
   * it.
   */
  private void sayThatItFailed(QueryTerminatedEvent ended) {
    RunningCell cell = cellOfQuery.remove(ended.id());
    // A query that failed before its first job most probably belongs to the running cell.
    Optional<RunningCell> here =
        Optional.ofNullable(cell)
            .or(() -> runningCells.values().stream().reduce((first, second) -> second))
            .or(() -> Optional.ofNullable(last));
    here.ifPresent(
        one -> one.outputs().stderr(StreamFailure.line(streams.nameOf(ended.id()), ended) + "\n"));
  }

  @Override
  public void onJobEnd(SparkListenerJobEnd event) {
    String id = cellOfJob.remove(event.jobId());
    CellProgress progress = id == null ? null : progressOfCell.get(id);
    if (progress != null) {
      for (int stage : progress.stagesOf(event.jobId())) {
        progressOfStage.remove(stage);
      }
      progress.jobEnded(event);
    }
  }

  @Override
  public void onStageSubmitted(SparkListenerStageSubmitted event) {
    CellProgress progress = progressOfStage.get(event.stageInfo().stageId());
    if (progress != null) {
      progress.stageSubmitted(event.stageInfo());
    }
  }

  @Override
  public void onTaskStart(SparkListenerTaskStart event) {
    if (stoppedStages.contains(event.stageId())) {
      kill(event.taskInfo().taskId());
    }
    CellProgress progress = progressOfStage.get(event.stageId());
    if (progress != null) {
      progress.taskStarted(event);
      if (progress.cell().isInterrupted()) {
        kill(event.taskInfo().taskId());
      }
    }
  }

  @Override
  public void onTaskEnd(SparkListenerTaskEnd event) {
    CellProgress progress = progressOfStage.get(event.stageId());
    if (progress != null) {
      progress.taskEnded(event);
    }
  }
}
