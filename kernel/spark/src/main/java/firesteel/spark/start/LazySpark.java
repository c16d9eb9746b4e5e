package firesteel.spark.start;

import firesteel.spark.master.StartedSpark;
import firesteel.spark.settings.SparkStartException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Holds one Spark at a time, started on a thread of its own when first needed, and again after a
 * failure or a stop. Thread-safe.
 */
public final class LazySpark {
  /** The state of the Spark that it holds. */
  public enum State {
    NONE,
    STARTING,
    RUNNING,
    FAILED
  }

  private final Supplier<StartedSpark> starter;
  private final Runnable afterwards;
  private CompletableFuture<StartedSpark> current;
  private int waiting;

  /**
   * Creates it without starting Spark.
   *
   * @param starter starts Spark; called on a daemon thread
   * @param afterwards called on the same thread after a start that no caller waits for
   */
  public LazySpark(Supplier<StartedSpark> starter, Runnable afterwards) {
    this.starter = starter;
    this.afterwards = afterwards;
  }

  /** Starts Spark in the background, unless it is running or starting. */
  public void start() {
    future();
  }

  /** Returns whether Spark is running, starting or neither. */
  public synchronized State state() {
    if (current == null) {
      return State.NONE;
    }
    if (!current.isDone()) {
      return State.STARTING;
    }
    if (current.isCompletedExceptionally()) {
      return State.FAILED;
    }
    return current.join().isStopped() ? State.NONE : State.RUNNING;
  }

  /** Returns the running Spark; empty when none runs. */
  public Optional<StartedSpark> running() {
    CompletableFuture<StartedSpark> future;
    synchronized (this) {
      future = current;
    }
    return future == null || !future.isDone() || future.isCompletedExceptionally()
        ? Optional.empty()
        : Optional.of(future.join()).filter(spark -> !spark.isStopped());
  }

  /** Replaces the held Spark by one that the user started. */
  public synchronized void use(StartedSpark spark) {
    current = CompletableFuture.completedFuture(spark);
  }

  /**
   * Forgets the held Spark, so that the next {@link #await} starts another; waits for a start in
   * progress.
   *
   * @return the Spark to stop; empty when none runs
   * @throws InterruptedException when the waiting thread is interrupted; nothing is forgotten then
   */
  public Optional<StartedSpark> take() throws InterruptedException {
    CompletableFuture<StartedSpark> future;
    synchronized (this) {
      future = current;
    }
    if (future == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(future.get()).filter(spark -> !spark.isStopped());
    } catch (ExecutionException e) {
      return Optional.empty(); // Nothing runs, and the next start reports why.
    } finally {
      if (future.isDone()) {
        forget(future);
      }
    }
  }

  /**
   * Returns Spark; waits until it runs.
   *
   * @param noticeMillis how long to wait before {@code stillWaiting} is called, once
   * @throws SparkStartException when it didn't start; the next call starts it again
   * @throws InterruptedException when the waiting thread is interrupted; the start goes on
   */
  public StartedSpark await(long noticeMillis, Runnable stillWaiting) throws InterruptedException {
    CompletableFuture<StartedSpark> future = future();
    count(1);
    try {
      try {
        return future.get(noticeMillis, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        stillWaiting.run();
        return future.get();
      }
    } catch (ExecutionException e) {
      forget(future);
      if (e.getCause() instanceof SparkStartException failure) {
        // A new exception each time, with the stack of the thread that asked.
        throw new SparkStartException(failure.getMessage(), failure.getCause());
      }
      throw new SparkStartException("Spark did not start: " + e.getCause(), e.getCause());
    } finally {
      count(-1);
    }
  }

  private synchronized CompletableFuture<StartedSpark> future() {
    boolean stopped =
        current != null
            && current.isDone()
            && !current.isCompletedExceptionally()
            && current.join().isStopped();
    if (current == null || stopped) {
      CompletableFuture<StartedSpark> fresh = new CompletableFuture<>();
      current = fresh;
      Thread thread = new Thread(null, () -> run(fresh), "firesteel-spark-start", 0, false);
      thread.setDaemon(true);
      thread.start();
    }
    return current;
  }

  private void run(CompletableFuture<StartedSpark> fresh) {
    boolean awaited;
    try {
      StartedSpark started = starter.get();
      awaited = isAwaited();
      fresh.complete(started);
    } catch (Throwable e) {
      fresh.completeExceptionally(e);
      return;
    }
    if (!awaited) {
      afterwards.run();
    }
  }

  private synchronized void forget(CompletableFuture<StartedSpark> future) {
    if (current == future) {
      current = null;
    }
  }

  private synchronized void count(int change) {
    waiting += change;
  }

  private synchronized boolean isAwaited() {
    return waiting > 0;
  }
}
