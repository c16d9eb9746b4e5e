package firesteel.spark.master;

import java.time.Duration;
import java.util.Optional;

/**
 * The timeouts of a start.
 *
 * @param answer until the cluster has answered, and again until there is an executor
 * @param longest until Spark has made a context, and until executors that are starting have
 *     registered
 */
record StartTimeouts(Duration answer, Duration longest) {
  /** A reachable cluster answers sooner. */
  private static final Duration ANSWER = Duration.ofSeconds(15);

  /** Hadoop and Kubernetes copy hundreds of megabytes before an application starts. */
  private static final Duration MAX_START = Duration.ofMinutes(3);

  /** Returns the user's timeout, or the defaults. */
  static StartTimeouts of(Optional<Duration> timeout) {
    return new StartTimeouts(timeout.orElse(ANSWER), timeout.orElse(MAX_START));
  }
}
