package firesteel.spark.connect;

import firesteel.api.session.RunningCell;
import firesteel.spark.jobs.JobTracker;
import firesteel.spark.jobs.ProgressDisplay;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.connect.proto.ExecutePlanResponse;
import org.slf4j.LoggerFactory;
import org.sparkproject.io.grpc.StatusRuntimeException;

/**
 * Ties the executions on a Connect server to the cells that ask for them, by a tag: shows their
 * progress, and interrupts those of a stopped cell. Thread-safe.
 */
final class ConnectJobs implements JobTracker {
  private static final long INTERRUPT_MILLIS = 10_000;

  private final ServerLink server;
  private final ProgressDisplay display;
  private final Map<String, RunningCell> runningCells;
  private final Map<String, ConnectProgress> progressOfCell = new ConcurrentHashMap<>();
  private final Map<String, StackTraceElement[]> placeOfFailure = new ConcurrentHashMap<>();

  ConnectJobs(ServerLink server, Map<String, RunningCell> runningCells, ProgressDisplay display) {
    this.server = server;
    this.runningCells = runningCells;
    this.display = display;
  }

  /** Returns the tag of a cell's executions on the server. */
  static String tag(RunningCell cell) {
    return "firesteel-" + cell.id();
  }

  /** Does nothing: a request finds its cell by the thread that sends it. */
  @Override
  public void bind(RunningCell cell) {}

  @Override
  public void cancel(RunningCell cell) {
    Thread asking = new Thread(null, () -> interrupt(cell), "firesteel-connect-stop", 0, false);
    asking.setDaemon(true);
    asking.start();
  }

  private void interrupt(RunningCell cell) {
    try {
      server.interrupt(tag(cell), INTERRUPT_MILLIS);
    } catch (StatusRuntimeException e) {
      // The cell itself stops all the same; the server ends executions whose results nobody
      // fetches.
      LoggerFactory.getLogger(ConnectJobs.class)
          .warn("the server could not be told to stop a cell", e);
    }
  }

  @Override
  public Optional<StackTraceElement[]> placeOfFailure(RunningCell cell) {
    return Optional.ofNullable(placeOfFailure.get(cell.id()));
  }

  /** Notes that a request of a cell has failed. */
  void failed(RunningCell cell, StackTraceElement[] place) {
    if (runningCells.containsKey(cell.id())) {
      placeOfFailure.put(cell.id(), place);
    }
  }

  @Override
  public void finished(RunningCell cell) {
    placeOfFailure.remove(cell.id());
    ConnectProgress progress = progressOfCell.remove(cell.id());
    if (progress != null) {
      display.finish(progress, () -> {});
    }
  }

  /** Notes that a cell asks for an execution, or for the rest of its results. */
  void started(RunningCell cell, String operation) {
    if (runningCells.containsKey(cell.id())) {
      progressOfCell.computeIfAbsent(cell.id(), id -> new ConnectProgress(cell)).started(operation);
    }
  }

  /** Notes an answer of the server. */
  void heard(RunningCell cell, String operation, ExecutePlanResponse response) {
    ConnectProgress progress = progressOfCell.get(cell.id());
    if (progress == null) {
      return;
    }
    if (response.hasExecutionProgress()
        && progress.heard(operation, response.getExecutionProgress())) {
      display.watch(progress);
    }
    if (response.hasResultComplete()) {
      progress.ended(operation, true, false);
    }
  }

  /** Notes that the stream of answers has ended. */
  void ended(RunningCell cell, String operation, boolean failed) {
    ConnectProgress progress = progressOfCell.get(cell.id());
    if (progress != null) {
      progress.ended(operation, false, failed);
    }
  }
}
