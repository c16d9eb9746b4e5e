package firesteel.engine;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Stops a cell when one of its statements runs longer than the user wants. Thread-safe. */
final class StatementLimit implements AutoCloseable {
  private final Optional<Duration> limit;
  private final Consumer<RunningCell> stop;
  private ScheduledExecutorService timer;

  /**
   * Makes a limit.
   *
   * @param limit empty for none
   * @param stop stops a cell
   */
  StatementLimit(Optional<Duration> limit, Consumer<RunningCell> stop) {
    this.limit = limit;
    this.stop = stop;
  }

  /** Runs one statement of a cell. */
  <T> T within(RunningCell cell, Supplier<T> statement) {
    if (limit.isEmpty()) {
      return statement.get();
    }
    Future<?> end =
        timer().schedule(() -> end(cell), limit.get().toMillis(), TimeUnit.MILLISECONDS);
    try {
      return statement.get();
    } finally {
      end.cancel(false);
    }
  }

  private void end(RunningCell cell) {
    cell.outputs()
        .stderr("A statement ran longer than " + limit.get().toMillis() + " ms and was stopped.\n");
    stop.accept(cell);
  }

  private synchronized ScheduledExecutorService timer() {
    if (timer == null) {
      timer = KernelThreads.timer("statement-limit");
    }
    return timer;
  }

  @Override
  public synchronized void close() {
    if (timer != null) {
      timer.shutdownNow();
    }
  }
}
