package firesteel.spark.start;

import firesteel.spark.settings.SparkStartException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.SparkContext$;
import org.slf4j.LoggerFactory;

/**
 * Creates a context within a bounded time. When a cluster doesn't answer, Spark's constructor
 * waits, for some kinds of cluster forever; then it is abandoned, and what it left behind is
 * stopped.
 */
final class BoundedStart {
  private static final long STOP_MILLIS = 3000;

  /** A context whose cluster is gone stops within seconds. */
  private static final Duration MAX_TIME_TO_END = Duration.ofSeconds(30);

  private static final long CHECK_MILLIS = 20;

  private BoundedStart() {}

  /**
   * Creates a context on a thread of its own and waits for it. First waits for a context that is
   * still stopping, by itself or on another thread: Spark would return it again, and its end would
   * remove the new one's environment.
   *
   * @throws SparkStartException when the context isn't created in time
   * @throws Throwable what Spark threw
   */
  static SparkContext context(SparkConf conf, Duration timeout) throws Throwable {
    awaitEndOfLast();
    CompletableFuture<SparkContext> made = new CompletableFuture<>();
    Thread thread =
        new Thread(
            null,
            () -> {
              try {
                SparkContext context = SparkContext.getOrCreate(conf);
                if (!made.complete(context)) {
                  context.stop(); // The context came too late.
                }
              } catch (Throwable e) {
                made.completeExceptionally(e);
              }
            },
            "firesteel-spark-context");
    thread.setDaemon(true);
    thread.start();
    try {
      return made.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw e.getCause();
    } catch (TimeoutException e) {
      made.cancel(false);
      abandon(thread);
      throw new SparkStartException(
          "Spark did not start: the cluster has not taken this application within "
              + timeout.toSeconds()
              + " s. Its log (`%log`) says what it waited for; --timeout SECONDS gives it more time.",
          e);
    }
  }

  private static void awaitEndOfLast() throws InterruptedException {
    long end = System.nanoTime() + MAX_TIME_TO_END.toNanos();
    while (SparkContext$.MODULE$.getActive().exists(SparkContext::isStopped)) {
      if (System.nanoTime() - end > 0) {
        throw new SparkStartException(
            "Spark did not start: the one before has been stopping for more than "
                + MAX_TIME_TO_END.toSeconds()
                + " s. Use `spark` again later, or restart the kernel.",
            null);
      }
      Thread.sleep(CHECK_MILLIS); // Spark sends no event when it has ended.
    }
  }

  private static void abandon(Thread thread) throws InterruptedException {
    SparkContext half = contextUnderConstruction();
    thread.interrupt();
    if (half != null) {
      Thread stopping = new Thread(() -> stop(half), "firesteel-spark-abandon");
      stopping.setDaemon(true);
      stopping.start();
      stopping.join(STOP_MILLIS);
    }
    thread.join(STOP_MILLIS);
  }

  private static void stop(SparkContext half) {
    try {
      half.stop();
    } catch (RuntimeException | LinkageError e) {
      LoggerFactory.getLogger(BoundedStart.class)
          .warn("a partly started context did not stop cleanly", e);
    }
  }

  /**
   * Returns the context whose constructor is running, which only a private field of Spark's knows;
   * null when there is none.
   */
  private static SparkContext contextUnderConstruction() {
    try {
      Class<?> companion = Class.forName("org.apache.spark.SparkContext$");
      Method method = companion.getDeclaredMethod("contextBeingConstructed");
      method.setAccessible(true);
      Object option = method.invoke(companion.getField("MODULE$").get(null));
      return ((scala.Option<?>) option).isEmpty()
          ? null
          : (SparkContext) ((scala.Option<?>) option).get();
    } catch (ReflectiveOperationException | RuntimeException e) {
      LoggerFactory.getLogger(BoundedStart.class).warn("this Spark is not as expected", e);
      return null;
    }
  }
}
