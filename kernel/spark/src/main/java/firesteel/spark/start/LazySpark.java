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
 * One Spark at a time, started on a thread of its own when first wanted, and again after a failure
 * or after somebody stopped it. Thread-safe.
 */
public final class LazySpark {
  /** What there is of a Spark. */
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
   * Starts nothing yet.
   *
   * @param starter starts Spark; called on a daemon thread
   * @param afterwards called on the same thread after a start that nobody waits for
   */
  public LazySpark(Supplier<StartedSpark> starter, Runnable afterwards) {
    this.starter = starter;
    this.afterwards = afterwards;
  }

  /** Starts Spark in the background, unless it runs or is starting. */
  public void start() {
    future();
  }

  /** Whether Spark runs, or will. */
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

  /** Spark, when it runs. */
  public Optional<StartedSpark> running() {
    CompletableFuture<StartedSpark> future;
    synchronized (this) {
      future = current;
    }
    return future == null || !future.isDone() || future.isCompletedExceptionally()
        ? Optional.empty()
        : Optional.of(future.join()).filter(spark -> !spark.isStopped());
  }

  /** Makes a Spark that the user started the one that is handed out. */
  public synchronized void use(StartedSpark spark) {
    current = CompletableFuture.completedFuture(spark);
  }

  /**
   * Forgets the Spark that there is, so that the next {@link #await} starts another; a start that
   * goes on is waited for.
   *
   * @return the one to stop; empty when none runs
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
      return Optional.empty(); // Nothing runs, and the next start will say why.
    } finally {
      if (future.isDone()) {
        forget(future);
      }
    }
  }

  /**
   * Spark; waits until it runs.
   *
   * @param patienceMillis how long to wait before {@code stillWaiting} is called, once
   * @throws SparkStartException when it didn't start; the next call starts it again
   * @throws InterruptedException when the waiting thread is interrupted; the start goes on
   */
  public StartedSpark await(long patienceMillis, Runnable stillWaiting)
      throws InterruptedException {
    CompletableFuture<StartedSpark> future = future();
    count(1);
    try {
      try {
        return future.get(patienceMillis, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        stillWaiting.run();
        return future.get();
      }
    } catch (ExecutionException e) {
      forget(future);
      if (e.getCause() instanceof SparkStartException failure) {
        // A fresh one each time: its frames are those of the thread that asked.
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
