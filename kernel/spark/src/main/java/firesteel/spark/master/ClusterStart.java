package firesteel.spark.master;

import firesteel.spark.settings.SparkStartException;
import java.time.Duration;
import java.util.Optional;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;

/**
 * What a start needs beside Spark's own on a kind of cluster: what can be known to fail is said
 * before a context is made, and a context that gets no executor is given up with the reason. Spark
 * itself would wait for ever.
 */
public interface ClusterStart {
  /**
   * Looks whether the cluster could run this application; another Spark may still run meanwhile.
   *
   * @throws SparkStartException when it can't, with the reason
   * @throws InterruptedException when the waiting thread is interrupted
   */
  void check() throws InterruptedException;

  /** How long Spark may take to make a context. */
  Duration longest();

  /**
   * Waits until the application has an executor; stops it when it gets none.
   *
   * @throws SparkStartException when it gets none, with the reason
   * @throws InterruptedException when the waiting thread is interrupted
   */
  void awaitExecutor(SparkContext context) throws InterruptedException;

  /**
   * That of a target.
   *
   * @param conf all settings
   * @param timeout what the user gave, in place of the kind's own
   */
  static ClusterStart of(Target target, SparkConf conf, Optional<Duration> timeout) {
    StartTimeouts patience = StartTimeouts.of(timeout);
    return switch (target.kind()) {
      case STANDALONE -> new StandaloneStart(target, conf, patience.answer());
      case YARN -> new YarnStart(conf, patience);
      case KUBERNETES -> new KubernetesStart(target, conf, patience);
      case LOCAL, LOCAL_CLUSTER, CONNECT, OTHER -> new LocalStart(patience.longest());
    };
  }
}
