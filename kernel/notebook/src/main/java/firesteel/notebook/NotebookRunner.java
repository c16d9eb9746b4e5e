package firesteel.notebook;

import firesteel.api.session.Cell;
import firesteel.api.session.CellError;
import firesteel.api.session.CellResult;
import firesteel.api.session.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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

  /** The shortest time between two announcements of changes while a cell runs. */
  private static final Duration BETWEEN_CHANGES = Duration.ofSeconds(1);

  /** Announcing, which writes the file, takes at most one part in this many of the time. */
  private static final int SHARE_OF_ANNOUNCING = 10;

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
    RunCopy copy = new RunCopy(notebook, options);
    NotebookRun.End end = NotebookRun.End.COMPLETED;
    List<NotebookRun.Failure> failures = new ArrayList<>();
    ExecutorService runner =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread thread = new Thread(task, "notebook-run");
              // A cell that can't be stopped must not keep the process alive.
              thread.setDaemon(true);
              return thread;
            });
    try {
      List<NotebookCell> cells = notebook.cells();
      for (int i = 0; i < cells.size() && end == NotebookRun.End.COMPLETED; i++) {
        NotebookCell cell = cells.get(i);
        if (!runs(cell)) {
          continue;
        }
        if (stopped) {
          end = NotebookRun.End.STOPPED;
          break;
        }
        Outcome outcome = runCell(runner, i, cell, copy);
        boolean failed = !outcome.result.isOk() && !cell.hasTag(ERROR_TAG);
        if (stopped) {
          end = NotebookRun.End.STOPPED;
        } else if (outcome.timedOut) {
          end = NotebookRun.End.TIMED_OUT;
        } else if (failed && !options.continues()) {
          end = NotebookRun.End.FAILED;
        }
        if (failed || end != NotebookRun.End.COMPLETED) {
          int place = i + 1;
          int count = outcome.result.executionCount();
          outcome
              .result
              .error()
              .ifPresent(e -> failures.add(new NotebookRun.Failure(place, count, e)));
        }
      }
    } finally {
      runner.shutdownNow();
    }
    copy.end(end == NotebookRun.End.COMPLETED, !failures.isEmpty());
    return new NotebookRun(copy.soFar(), end, failures);
  }

  /** Ends the run: the running cell is interrupted, and the others don't start. */
  public void stop() {
    stopped = true;
    session.interrupt();
  }

  private record Outcome(CellResult result, boolean timedOut) {}

  private Outcome runCell(ExecutorService runner, int index, NotebookCell cell, RunCopy copy)
      throws InterruptedException {
    options.listeners().forEach(listener -> listener.cellStarted(index + 1, cell));
    CellRecorder recorder = copy.begin(index);
    options.listeners().forEach(listener -> listener.changed(copy::soFar));
    Cell code = new Cell(cell.source(), true, false, Optional.of("cell " + index), Set.of());
    long start = System.nanoTime();
    Future<CellResult> running = runner.submit(() -> session.execute(code, recorder));
    Outcome outcome = await(running, copy);
    CellResult result = outcome.result;
    result.value().ifPresent(value -> recorder.result(result.executionCount(), value));
    result
        .error()
        .ifPresent(
            e ->
                recorder.failure(new Output.Failure(e.name(), e.message(), e.colouredTraceback())));
    copy.end(index, result.executionCount(), result.isOk());
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    options
        .listeners()
        .forEach(listener -> listener.cellEnded(index + 1, cell, took, result.isOk()));
    return outcome;
  }

  private Outcome await(Future<CellResult> running, RunCopy copy) throws InterruptedException {
    try {
      long start = System.nanoTime();
      long limit = options.cellTimeout().map(Duration::toNanos).orElse(Long.MAX_VALUE);
      long next = BETWEEN_CHANGES.toNanos();
      long announced = copy.changes();
      while (true) {
        long gone = System.nanoTime() - start;
        try {
          long wait = Math.max(0, Math.min(limit, next) - gone);
          return new Outcome(running.get(wait, TimeUnit.NANOSECONDS), false);
        } catch (TimeoutException e) {
          long before = System.nanoTime() - start;
          if (before >= limit) {
            return new Outcome(interrupted(running), true);
          }
          long changes = copy.changes();
          if (changes != announced) {
            announced = changes;
            options.listeners().forEach(listener -> listener.changed(copy::soFar));
          }
          long after = System.nanoTime() - start;
          next =
              after + Math.max(BETWEEN_CHANGES.toNanos(), SHARE_OF_ANNOUNCING * (after - before));
        }
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

  private static boolean runs(NotebookCell cell) {
    return cell.isCode() && !cell.source().isBlank() && !cell.hasTag(SKIP_TAG);
  }
}
