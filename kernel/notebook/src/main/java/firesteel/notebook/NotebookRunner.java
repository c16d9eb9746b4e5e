package firesteel.notebook;

import firesteel.api.session.Cell;
import firesteel.api.session.CellError;
import firesteel.api.session.CellResult;
import firesteel.api.session.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs a notebook from top to bottom and writes its outputs into a copy, as {@code jupyter
 * nbconvert --execute} does through a kernel: blank cells and cells tagged {@code skip-execution}
 * are left as they are, and a failing cell ends the run unless it is tagged {@code
 * raises-exception}.
 *
 * <p>One run at a time; {@link #stop} may be called by any thread.
 */
public final class NotebookRunner {
  private static final String SKIP_TAG = "skip-execution";
  private static final String ERROR_TAG = "raises-exception";

  /** How long a cell may take to stop after an interrupt; the session shows a notice after 5 s. */
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);

  private final Session session;
  private final RunOptions options;
  private volatile boolean stopped;

  /**
   * Creates a runner.
   *
   * @param session runs the cells; it is started if needed, and stays open
   */
  public NotebookRunner(Session session, RunOptions options) {
    this.session = Objects.requireNonNull(session, "session");
    this.options = Objects.requireNonNull(options, "options");
  }

  /**
   * Runs all cells, or those up to the first failing one. Never throws because of a cell's code.
   *
   * @throws InterruptedException when the calling thread is interrupted; the running cell is asked
   *     to stop
   */
  public NotebookRun run(Notebook notebook) throws InterruptedException {
    Recording recording = new Recording();
    Map<Integer, CellRecorder> recorders = new TreeMap<>();
    Map<Integer, Integer> counts = new TreeMap<>();
    NotebookRun.End end = NotebookRun.End.COMPLETED;
    Optional<NotebookRun.Failure> failure = Optional.empty();
    ExecutorService runner =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread thread = new Thread(task, "notebook-run");
              // A cell that can't be stopped must not keep the process alive.
              thread.setDaemon(true);
              return thread;
            });
    int next = 0;
    try {
      for (; next < notebook.cells().size() && end == NotebookRun.End.COMPLETED; next++) {
        NotebookCell cell = notebook.cells().get(next);
        if (!runs(cell)) {
          continue;
        }
        if (stopped) {
          end = NotebookRun.End.STOPPED;
          break;
        }
        options.cellStarted().accept(next + 1);
        CellRecorder recorder = recording.begin(options.echo());
        recorders.put(next, recorder);
        Outcome outcome = runCell(runner, cell, "cell " + next, recorder);
        counts.put(next, outcome.result.executionCount());
        if (stopped) {
          end = NotebookRun.End.STOPPED;
        } else if (outcome.timedOut) {
          end = NotebookRun.End.TIMED_OUT;
        } else if (!outcome.result.isOk() && !mayFail(cell)) {
          end = NotebookRun.End.FAILED;
        }
        if (end != NotebookRun.End.COMPLETED) {
          int place = next + 1;
          failure =
              outcome
                  .result
                  .error()
                  .map(e -> new NotebookRun.Failure(place, counts.get(place - 1), e));
        }
      }
    } finally {
      runner.shutdownNow();
    }
    return new NotebookRun(copy(notebook, recorders, counts, next), end, failure);
  }

  /** Ends the run: the running cell is interrupted, and the others don't start. */
  public void stop() {
    stopped = true;
    session.interrupt();
  }

  private record Outcome(CellResult result, boolean timedOut) {}

  private Outcome runCell(
      ExecutorService runner, NotebookCell cell, String name, CellRecorder recorder)
      throws InterruptedException {
    Cell code = new Cell(cell.source(), true, false, Optional.of(name), Set.of());
    Future<CellResult> running = runner.submit(() -> session.execute(code, recorder));
    Outcome outcome = await(running);
    CellResult result = outcome.result;
    result.value().ifPresent(value -> recorder.result(result.executionCount(), value));
    result
        .error()
        .ifPresent(
            e ->
                recorder.failure(new Output.Failure(e.name(), e.message(), e.colouredTraceback())));
    return outcome;
  }

  private Outcome await(Future<CellResult> running) throws InterruptedException {
    try {
      if (options.cellTimeout().isEmpty()) {
        return new Outcome(running.get(), false);
      }
      try {
        return new Outcome(
            running.get(options.cellTimeout().get().toMillis(), TimeUnit.MILLISECONDS), false);
      } catch (TimeoutException e) {
        return new Outcome(interrupted(running), true);
      }
    } catch (ExecutionException e) {
      // Session.execute should never throw; even if it does, the run must not be lost.
      return new Outcome(
          failed(
              "InternalError",
              "Firesteel could not run the cell: " + e.getCause(),
              List.of("Firesteel could not run the cell: " + e.getCause())),
          false);
    } catch (InterruptedException e) {
      session.interrupt();
      throw e;
    }
  }

  private CellResult interrupted(Future<CellResult> running)
      throws InterruptedException, ExecutionException {
    session.interrupt();
    try {
      return running.get(STOP_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      String message = "the cell was asked to stop, and did not";
      return failed(CellError.INTERRUPTED, message, List.of(message));
    }
  }

  private CellResult failed(String name, String message, List<String> traceback) {
    return CellResult.failed(session.executionCount(), new CellError(name, message, traceback));
  }

  private boolean mayFail(NotebookCell cell) {
    return options.allowErrors() || cell.hasTag(ERROR_TAG);
  }

  private static boolean runs(NotebookCell cell) {
    return cell.isCode() && !cell.source().isBlank() && !cell.hasTag(SKIP_TAG);
  }

  /**
   * Returns the copy with the outputs of the cells that ran; other cells have none, since outputs
   * of an earlier run would look like new ones.
   */
  private Notebook copy(
      Notebook notebook,
      Map<Integer, CellRecorder> recorders,
      Map<Integer, Integer> counts,
      int end) {
    List<NotebookCell> cells = new ArrayList<>();
    for (NotebookCell cell : notebook.cells()) {
      int place = cells.size();
      if (recorders.containsKey(place)) {
        cells.add(
            cell.withOutputs(
                recorders.get(place).outputs(), Optional.ofNullable(counts.get(place))));
      } else if (place >= end && cell.isCode()) {
        cells.add(cell.withOutputs(List.of(), Optional.empty()));
      } else {
        cells.add(cell);
      }
    }
    Notebook copy = notebook.withCells(cells);
    return options.languageInfo().isEmpty()
        ? copy
        : copy.withMetadata("language_info", options.languageInfo());
  }
}
