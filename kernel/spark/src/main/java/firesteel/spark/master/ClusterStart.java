package firesteel.spark.master;

import firesteel.spark.settings.SparkStartException;
import java.time.Duration;
import java.util.Optional;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;

/**
 * Checks a start on one kind of cluster and waits for its first executor. Known problems are
 * reported before a context is made, and a context that gets no executor is stopped with the
 * reason; Spark itself would wait forever.
 */
public interface ClusterStart {
  /**
   * Checks whether the cluster could run this application; another Spark may still run meanwhile.
   *
   * @throws SparkStartException when it can't, with the reason
   * @throws InterruptedException when the waiting thread is interrupted
   */
  void check() throws InterruptedException;

  /** Returns how long Spark may take to make a context. */
  Duration longest();

  /**
   * Waits until the application has an executor; stops the application when it gets none.
   *
   * @throws SparkStartException when it gets none, with the reason
   * @throws InterruptedException when the waiting thread is interrupted
   */
  void awaitExecutor(SparkContext context) throws InterruptedException;

  /**
   * Returns the start for a target.
   *
   * @param conf all settings
   * @param timeout the user's timeout, which replaces the default of the kind
   */
  static ClusterStart of(Target target, SparkConf conf, Optional<Duration> timeout) {
    StartTimeouts timeouts = StartTimeouts.of(timeout);
    return switch (target.kind()) {
      case STANDALONE -> new StandaloneStart(target, conf, timeouts.answer());
      case YARN -> new YarnStart(conf, timeouts);
      case KUBERNETES -> new KubernetesStart(target, conf, timeouts);
      case LOCAL, LOCAL_CLUSTER, CONNECT, OTHER -> new LocalStart(timeouts.longest());
    };
  }
}
