package firesteel.spark.master;

import firesteel.spark.settings.SparkStartException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;

/** Starts on Kubernetes: reports why pods can't start, which Spark leaves to {@code kubectl}. */
final class KubernetesStart implements ClusterStart {
  /** Spark deletes pods that ended after a second. */
  private static final Duration LOOK_AGAIN = Duration.ofMillis(400);

  private final Target target;
  private final SparkConf conf;
  private final StartTimeouts timeouts;

  KubernetesStart(Target target, SparkConf conf, StartTimeouts timeouts) {
    this.target = target;
    this.conf = conf;
    this.timeouts = timeouts;
  }

  @Override
  public void check() {
    ConnectionProbe.problem(
            apiServer(),
            timeouts.answer(),
            "Is this the API server? `kubectl cluster-info` shows its URL, and `kubectl proxy`"
                + " gives one at k8s://http://127.0.0.1:8001.")
        .ifPresent(
            problem -> {
              throw new SparkStartException("No connection to " + target + ":\n" + problem, null);
            });
    if (!conf.contains("spark.kubernetes.container.image")
        && !conf.contains("spark.kubernetes.executor.container.image")) {
      throw new SparkStartException(
          "Executors on Kubernetes need an image with this version of Spark: --conf"
              + " spark.kubernetes.container.image=IMAGE, such as apache/spark:"
              + org.apache.spark.package$.MODULE$.SPARK_VERSION()
              + " or your registry's.",
          null);
    }
  }

  private Target.Address apiServer() {
    String url = target.url().substring("k8s://".length());
    URI uri = URI.create(url.contains("://") ? url : "https://" + url);
    int port = uri.getPort() > 0 ? uri.getPort() : "http".equals(uri.getScheme()) ? 80 : 443;
    return new Target.Address(String.valueOf(uri.getHost()), port);
  }

  @Override
  public Duration longest() {
    return timeouts.longest();
  }

  @Override
  public void awaitExecutor(SparkContext context) throws InterruptedException {
    ExecutorPods pods = new ExecutorPods(context);
    long start = System.nanoTime();
    try (ExecutorArrival arrival = new ExecutorArrival(context)) {
      while (!arrival.within(LOOK_AGAIN)) {
        Duration waited = Duration.ofNanos(System.nanoTime() - start);
        Optional<String> failure = pods.failure();
        boolean late =
            waited.compareTo(pods.areStarting() ? timeouts.longest() : timeouts.answer()) > 0;
        if (failure.isPresent() || late || context.isStopped()) {
          String what = failure.orElseGet(pods::describe);
          context.stop();
          throw new SparkStartException(
              "No executor of this application came up on "
                  + target
                  + ", so it was stopped.\n"
                  + what,
              null);
        }
      }
    }
  }
}
