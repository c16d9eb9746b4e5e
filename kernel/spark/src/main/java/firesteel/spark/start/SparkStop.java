package firesteel.spark.start;

import firesteel.spark.master.StartedSpark;
import org.slf4j.LoggerFactory;

/** Stops a Spark within a bounded time; what is still running then continues in the background. */
public final class SparkStop {
  private SparkStop() {}

  /**
   * Stops a Spark on a thread of its own and waits for it.
   *
   * @return whether it has stopped
   */
  public static boolean within(long millis, StartedSpark spark) {
    Thread stopping = new Thread(null, () -> stop(spark), "firesteel-spark-stop", 0, false);
    stopping.setDaemon(true);
    stopping.start();
    try {
      stopping.join(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return !stopping.isAlive();
  }

  private static void stop(StartedSpark spark) {
    try {
      spark.stop();
    } catch (RuntimeException | LinkageError e) {
      LoggerFactory.getLogger(SparkStop.class).warn("Spark did not stop cleanly", e);
    }
  }
}
