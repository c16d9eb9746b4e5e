package firesteel.spark.master;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.spark.SparkContext;
import org.apache.spark.rpc.RpcAddress;
import org.apache.spark.rpc.RpcEndpoint;
import org.apache.spark.rpc.RpcEnv;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerApplicationEnd;
import org.apache.spark.scheduler.SparkListenerJobEnd;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.slf4j.LoggerFactory;

/**
 * Notices that the master of a standalone cluster is gone. Spark and its jobs would wait forever
 * for its return; when the master isn't back in time, the jobs are cancelled with the reason and
 * the context is stopped.
 */
public final class LostMaster implements RpcEndpoint {
  /** The beginning of a cancelled job's reason. */
  public static final String REASON = "because the cluster is gone: ";

  private static final long CANCEL_MILLIS = 3000;

  private final SparkContext context;
  private final Target target;
  private final MasterProbe probe;
  private final Duration timeout;
  private final ScheduledExecutorService timer;
  private final AtomicBoolean waiting = new AtomicBoolean();
  private final Jobs jobs = new Jobs();

  private LostMaster(SparkContext context, Target target, Duration timeout) {
    this.context = context;
    this.target = target;
    this.timeout = timeout;
    this.probe = new MasterProbe(target, context.conf(), Duration.ofSeconds(2));
    this.timer =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work, "firesteel-spark-master-watch");
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Watches the master until the context stops.
   *
   * @param timeout how long a master may be away
   */
  public static void watch(SparkContext context, Target target, Duration timeout) {
    LostMaster watch = new LostMaster(context, target, timeout);
    context.addSparkListener(watch.jobs);
    context.env().rpcEnv().setupEndpoint("firesteel-master-watch", watch);
  }

  @Override
  public RpcEnv rpcEnv() {
    return context.env().rpcEnv();
  }

  @Override
  public void onDisconnected(RpcAddress remote) {
    if (isMaster(remote) && !context.isStopped() && waiting.compareAndSet(false, true)) {
      timer.schedule(this::decide, timeout.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private boolean isMaster(RpcAddress remote) {
    return target.addresses().stream()
        .anyMatch(
            address ->
                address.port() == remote.port() && isSameHost(address.host(), remote.host()));
  }

  private static boolean isSameHost(String one, String other) {
    try {
      return one.equals(other) || InetAddress.getByName(one).equals(InetAddress.getByName(other));
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private void decide() {
    try {
      if (context.isStopped()) {
        return;
      }
      if (probe.isReachable()) {
        waiting.set(false);
        return;
      }
      jobs.cancel();
      context.stop();
    } catch (RuntimeException | InterruptedException e) {
      LoggerFactory.getLogger(LostMaster.class).warn("a lost cluster was not given up", e);
    }
  }

  /** Tracks the running jobs. */
  private final class Jobs extends SparkListener {
    private final Set<Integer> running = ConcurrentHashMap.newKeySet();

    synchronized void cancel() throws InterruptedException {
      String reason = REASON + target + " has not answered for " + timeout.toSeconds() + " s";
      running.forEach(job -> context.cancelJob(job, reason));
      long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(CANCEL_MILLIS);
      // Stopping the context first would give the jobs another reason.
      for (long left = CANCEL_MILLIS; !running.isEmpty() && left > 0; ) {
        wait(left);
        left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      }
    }

    @Override
    public void onJobStart(SparkListenerJobStart event) {
      running.add(event.jobId());
    }

    @Override
    public synchronized void onJobEnd(SparkListenerJobEnd event) {
      running.remove(event.jobId());
      notifyAll();
    }

    @Override
    public void onApplicationEnd(SparkListenerApplicationEnd event) {
      timer.shutdown();
    }
  }
}
