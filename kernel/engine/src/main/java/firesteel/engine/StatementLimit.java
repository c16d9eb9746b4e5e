package firesteel.engine;

import firesteel.engine.eval.BodyRunner;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Stops a cell when one of its statements runs longer than the user allows; the time to compile it
 * doesn't count. Thread-safe.
 */
final class StatementLimit implements BodyRunner, AutoCloseable {
  private final Duration limit;
  private final Consumer<ExecutingCell> stop;
  private final ScheduledExecutorService timer = KernelThreads.timer("statement-limit");

  /**
   * Creates a limit.
   *
   * @param stop stops a cell
   */
  StatementLimit(Duration limit, Consumer<ExecutingCell> stop) {
    this.limit = limit;
    this.stop = stop;
  }

  @Override
  public Object run(Callable<Object> body) throws Exception {
    Optional<ExecutingCell> cell = ExecutingCell.current();
    if (cell.isEmpty()) {
      return body.call();
    }
    Future<?> end = timer.schedule(() -> end(cell.get()), limit.toMillis(), TimeUnit.MILLISECONDS);
    try {
      return body.call();
    } finally {
      end.cancel(false);
    }
  }

  private void end(ExecutingCell cell) {
    cell.outputs()
        .stderr("A statement ran longer than " + limit.toMillis() + " ms and was stopped.\n");
    stop.accept(cell);
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
