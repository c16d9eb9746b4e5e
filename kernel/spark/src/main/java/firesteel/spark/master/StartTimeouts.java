package firesteel.spark.master;

import java.time.Duration;
import java.util.Optional;

/**
 * How long a start may take.
 *
 * @param answer until a cluster has answered, and again until there is an executor
 * @param longest until Spark has made a context, and until executors that are on their way are
 *     there
 */
record StartTimeouts(Duration answer, Duration longest) {
  /** A cluster that is there answers sooner. */
  private static final Duration ANSWER = Duration.ofSeconds(15);

  /** Hadoop and Kubernetes copy hundreds of megabytes before an application starts. */
  private static final Duration MAX_START = Duration.ofMinutes(3);

  /** What the user gave, or our own. */
  static StartTimeouts of(Optional<Duration> timeout) {
    return new StartTimeouts(timeout.orElse(ANSWER), timeout.orElse(MAX_START));
  }
}
