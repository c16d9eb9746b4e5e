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
 * Makes a context within a bounded time. A cluster that doesn't answer makes Spark's constructor
 * wait, some kinds of cluster for ever; it is abandoned then, and what it left behind is stopped.
 */
final class BoundedStart {
  private static final long STOP_MILLIS = 3000;

  /** A context whose cluster is gone stops within seconds. */
  private static final Duration MAX_TIME_TO_END = Duration.ofSeconds(30);

  private static final long CHECK_MILLIS = 20;

  private BoundedStart() {}

  /**
   * Makes a context on a thread of its own and waits for it. One that is still stopping, by itself
   * or on another thread, is waited for first: Spark would hand it out again, and its end would
   * take the new one's environment away.
   *
   * @throws SparkStartException when it isn't there in time
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
                  context.stop(); // It came too late.
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
                + " s. Use `spark` again in a while, or restart the kernel.",
            null);
      }
      Thread.sleep(CHECK_MILLIS); // Spark tells nobody when it has ended.
    }
  }

  private static void abandon(Thread thread) throws InterruptedException {
    SparkContext half = beingMade();
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
          .warn("a context that was never whole did not stop in good order", e);
    }
  }

  /** The context whose constructor runs, which nothing else tells; null when there is none. */
  private static SparkContext beingMade() {
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
