package firesteel.spark.master;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerApplicationEnd;
import org.apache.spark.scheduler.SparkListenerExecutorAdded;

/** Waits for the first executor of an application. */
final class ExecutorArrival implements AutoCloseable {
  private final SparkContext context;
  private final CountDownLatch latch = new CountDownLatch(1);
  private final Listener listener = new Listener();
  private volatile boolean added;

  /** Starts listening; {@link #close} ends it. */
  ExecutorArrival(SparkContext context) {
    this.context = context;
    context.addSparkListener(listener);
  }

  /**
   * Waits for an executor; returns whether there is one in time. Also true when executors come only
   * when jobs ask for them.
   *
   * @throws InterruptedException when the waiting thread is interrupted
   */
  boolean within(Duration wait) throws InterruptedException {
    if (context.conf().getBoolean("spark.dynamicAllocation.enabled", false)) {
      return true;
    }
    if (!hasExecutor()) {
      latch.await(wait.toMillis(), TimeUnit.MILLISECONDS);
    }
    return hasExecutor();
  }

  private boolean hasExecutor() {
    // The context registers an executor a moment after the listener hears of it, and counts the
    // driver as one.
    return !context.isStopped()
        && (added
            || context.getExecutorMemoryStatus().size() > 1
            || context.statusTracker().getExecutorInfos().length > 1);
  }

  @Override
  public void close() {
    if (!context.isStopped()) {
      context.removeSparkListener(listener);
    }
  }

  private final class Listener extends SparkListener {
    @Override
    public void onExecutorAdded(SparkListenerExecutorAdded event) {
      added = true;
      latch.countDown();
    }

    @Override
    public void onApplicationEnd(SparkListenerApplicationEnd event) {
      latch.countDown();
    }
  }
}
