package firesteel.spark.master;

import firesteel.spark.settings.SparkStartException;
import java.time.Duration;
import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.util.Utils;

/** Starts on a standalone cluster, after asking its master and workers for known problems. */
final class StandaloneStart implements ClusterStart {
  /**
   * Multiplies the timeout when the process of an executor runs already: a busy machine starts it
   * slowly.
   */
  private static final int SLOW = 4;

  private final Target target;
  private final SparkConf conf;
  private final Duration timeout;
  private List<MasterProbe.Worker> workers = List.of();

  /**
   * Creates the start without asking the cluster anything.
   *
   * @param timeout how long to wait for an answer, and again for an executor
   */
  StandaloneStart(Target target, SparkConf conf, Duration timeout) {
    this.target = target;
    this.conf = conf;
    this.timeout = timeout;
  }

  @Override
  public void check() throws InterruptedException {
    workers = new MasterProbe(target, conf, timeout).workers();
    if (workers.isEmpty()) {
      throw new SparkStartException(
          "The cluster at "
              + target
              + " has no workers, so nothing would run.\nStart some (`%cluster start` makes a"
              + " cluster with two on this machine), or go on here: %spark connect local[*]",
          null);
    }
    int wanted = Utils.memoryStringToMb(conf.get("spark.executor.memory", "1g"));
    int largest = workers.stream().mapToInt(MasterProbe.Worker::memoryMegabytes).max().orElse(0);
    if (wanted > largest) {
      throw new SparkStartException(
          "An executor is to have "
              + wanted
              + " MB of memory, and the largest worker of "
              + target
              + " has "
              + largest
              + " MB.\nAsk for less: --executor-memory "
              + largest
              + "m, or give the workers more.",
          null);
    }
    int cores = Integer.parseInt(conf.get("spark.executor.cores", "1"));
    int most = workers.stream().mapToInt(MasterProbe.Worker::cores).max().orElse(0);
    if (cores > most) {
      throw new SparkStartException(
          "An executor is to have "
              + cores
              + " cores, and the largest worker of "
              + target
              + " has "
              + most
              + ".\nAsk for less: --executor-cores "
              + most
              + ".",
          null);
    }
  }

  @Override
  public Duration longest() {
    return timeout;
  }

  @Override
  public void awaitExecutor(SparkContext context) throws InterruptedException {
    awaitFirst(context);
    LostMaster.watch(context, target, timeout);
  }

  private void awaitFirst(SparkContext context) throws InterruptedException {
    try (ExecutorArrival arrival = new ExecutorArrival(context)) {
      if (arrival.within(timeout)) {
        return;
      }
      ExecutorDiagnosis diagnosis = new ExecutorDiagnosis(context, workers);
      if (diagnosis.isStarting() && arrival.within(timeout.multipliedBy(SLOW - 1))) {
        return;
      }
      String reason = diagnosis.describe();
      context.stop();
      throw new SparkStartException(
          "No executor of this application came up on "
              + target
              + " within "
              + timeout.toSeconds()
              + " s, so it was stopped.\n"
              + reason,
          null);
    }
  }
}
