package firesteel.spark.master;

import firesteel.spark.settings.SparkStartException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.yarn.conf.HAUtil;
import org.apache.hadoop.yarn.conf.YarnConfiguration;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.deploy.SparkHadoopUtil;

/**
 * Starts on YARN with bounded waits: its client would try for a quarter of an hour to reach a
 * resource manager, and an application without containers would wait forever.
 */
final class YarnStart implements ClusterStart {
  private static final String ANY_ADDRESS = "0.0.0.0";

  private final SparkConf conf;
  private final StartTimeouts timeouts;

  YarnStart(SparkConf conf, StartTimeouts timeouts) {
    this.conf = conf;
    this.timeouts = timeouts;
  }

  @Override
  public void check() {
    List<String> problems = new ArrayList<>();
    for (Target.Address address : resourceManagers()) {
      if (address.host().equals(ANY_ADDRESS)) {
        throw new SparkStartException(
            "YARN's resource manager is not configured: name the folder of yarn-site.xml with"
                + " --hadoop-conf FOLDER, or with HADOOP_CONF_DIR.",
            null);
      }
      Optional<String> problem =
          ConnectionProbe.problem(
              address,
              timeouts.answer(),
              "Does YARN's resource manager run there, and is yarn-site.xml that of the cluster?");
      if (problem.isEmpty()) {
        return;
      }
      problems.add(problem.get());
    }
    throw new SparkStartException("No connection to yarn:\n" + String.join("\n", problems), null);
  }

  /** Returns the resource managers; there are several with high availability. */
  private List<Target.Address> resourceManagers() {
    Configuration yarn = new YarnConfiguration(SparkHadoopUtil.get().newConfiguration(conf));
    if (!HAUtil.isHAEnabled(yarn)) {
      return List.of(address(yarn, ""));
    }
    return HAUtil.getRMHAIds(yarn).stream().map(id -> address(yarn, "." + id)).toList();
  }

  private static Target.Address address(Configuration yarn, String suffix) {
    String named =
        yarn.get(
            YarnConfiguration.RM_ADDRESS + suffix,
            yarn.get(YarnConfiguration.RM_HOSTNAME + suffix, ANY_ADDRESS)
                + ":"
                + YarnConfiguration.DEFAULT_RM_PORT);
    int colon = named.lastIndexOf(':');
    return colon < 0
        ? new Target.Address(named, YarnConfiguration.DEFAULT_RM_PORT)
        : new Target.Address(
            named.substring(0, colon), Integer.parseInt(named.substring(colon + 1).strip()));
  }

  @Override
  public Duration longest() {
    return timeouts.longest();
  }

  @Override
  public void awaitExecutor(SparkContext context) throws InterruptedException {
    try (ExecutorArrival arrival = new ExecutorArrival(context)) {
      if (arrival.within(timeouts.answer())) {
        return;
      }
    }
    String application = context.applicationId();
    context.stop();
    throw new SparkStartException(
        "YARN took the application "
            + application
            + " but started no executor within "
            + timeouts.answer().toSeconds()
            + " s, so it was stopped.\nIts queue may be full, or no node has that much memory free:"
            + " ask for less (--executor-memory, --executor-cores, --num-executors), or wait longer"
            + " (--timeout SECONDS). `yarn logs -applicationId "
            + application
            + "` shows what containers that ended said.",
        null);
  }
}
