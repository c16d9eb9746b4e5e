package firesteel.spark.master;

import firesteel.spark.SparkStartException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerApplicationEnd;
import org.apache.spark.scheduler.SparkListenerExecutorAdded;
import org.apache.spark.util.Utils;

/**
 * The start on a standalone cluster: what can be known to fail is said before a context is made,
 * and one that gets no executor is given up. Spark itself would wait for ever.
 */
public final class StandaloneStart {
  /** An executor whose process runs already gets more time: a busy machine starts it slowly. */
  private static final int SLOW = 4;

  private final Target target;
  private final SparkConf conf;
  private final Duration timeout;
  private List<MasterProbe.Worker> workers = List.of();

  /**
   * Asks nothing yet.
   *
   * @param timeout how long to wait for an answer, and again for an executor
   */
  public StandaloneStart(Target target, SparkConf conf, Duration timeout) {
    this.target = target;
    this.conf = conf;
    this.timeout = timeout;
  }

  /**
   * Looks whether the cluster could run this application.
   *
   * @throws SparkStartException when it can't, with the reason
   * @throws InterruptedException when the waiting thread is interrupted
   */
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

  /**
   * Waits until the application has an executor; stops it when it gets none.
   *
   * @throws SparkStartException when it gets none, with the reason
   * @throws InterruptedException when the waiting thread is interrupted
   */
  public void awaitExecutor(SparkContext context) throws InterruptedException {
    if (conf.getBoolean("spark.dynamicAllocation.enabled", false)) {
      return; // They come with the first job.
    }
    Arrival arrival = new Arrival();
    context.addSparkListener(arrival);
    try {
      if (arrival.within(timeout, context)) {
        return;
      }
      ExecutorTrouble trouble = new ExecutorTrouble(context, workers);
      if (trouble.isStarting() && arrival.within(timeout.multipliedBy(SLOW - 1), context)) {
        return;
      }
      String reason = trouble.describe();
      context.stop();
      throw new SparkStartException(
          "No executor of this application came up on "
              + target
              + " within "
              + timeout.toSeconds()
              + " s, so it was stopped.\n"
              + reason,
          null);
    } finally {
      if (!context.isStopped()) {
        context.removeSparkListener(arrival);
      }
    }
  }

  private static final class Arrival extends SparkListener {
    private final CountDownLatch latch = new CountDownLatch(1);

    boolean within(Duration wait, SparkContext context) throws InterruptedException {
      if (!hasExecutor(context)) {
        latch.await(wait.toMillis(), TimeUnit.MILLISECONDS);
      }
      return !context.isStopped() && hasExecutor(context);
    }

    private static boolean hasExecutor(SparkContext context) {
      return !context.isStopped() && context.getExecutorMemoryStatus().size() > 1
          || !context.isStopped() && context.statusTracker().getExecutorInfos().length > 1;
    }

    @Override
    public void onExecutorAdded(SparkListenerExecutorAdded event) {
      latch.countDown();
    }

    @Override
    public void onApplicationEnd(SparkListenerApplicationEnd event) {
      latch.countDown();
    }
  }
}
