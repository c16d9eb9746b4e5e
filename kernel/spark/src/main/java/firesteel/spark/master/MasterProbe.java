package firesteel.spark.master;

import firesteel.spark.settings.SparkStartException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.spark.SecurityManager;
import org.apache.spark.SparkConf;
import org.apache.spark.deploy.DeployMessages;
import org.apache.spark.rpc.RpcAddress;
import org.apache.spark.rpc.RpcEndpointRef;
import org.apache.spark.rpc.RpcEnv;
import org.slf4j.LoggerFactory;

/**
 * Asks the master of a standalone cluster for its workers before a context is made: a context would
 * wait for a minute and then not say why it failed.
 */
final class MasterProbe {
  private static final String NO_ANSWER = "nothing there answered as a Spark master does";

  private final Target target;
  private final SparkConf conf;
  private final Duration timeout;

  MasterProbe(Target target, SparkConf conf, Duration timeout) {
    this.target = target;
    this.conf = conf;
    this.timeout = timeout;
  }

  /** A worker as the master reports it. */
  record Worker(String address, int cores, int memoryMegabytes, String webUi) {}

  /**
   * Returns the cluster's workers.
   *
   * @throws SparkStartException when no master answers; the message says why and what to do
   */
  List<Worker> workers() throws InterruptedException {
    List<String> problems = new ArrayList<>();
    for (Target.Address address : target.addresses()) {
      Optional<String> problem = unreachable(address);
      if (problem.isPresent()) {
        problems.add(problem.get());
        continue;
      }
      CompletableFuture<List<Worker>> answer = new CompletableFuture<>();
      AtomicBoolean isMaster = new AtomicBoolean();
      Thread asking = new Thread(() -> ask(address, isMaster, answer), "firesteel-spark-probe");
      asking.setDaemon(true);
      asking.start();
      try {
        return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        // A message of another version fails to be read on one of Spark's threads, which reports it
        // to nobody.
        problems.add(isMaster.get() ? otherVersion(address) : notMaster(address, NO_ANSWER));
      } catch (ExecutionException e) {
        problems.add(explain(address, e.getCause()));
      } finally {
        asking.interrupt();
      }
    }
    throw new SparkStartException(
        "No connection to " + target + ":\n" + String.join("\n", problems), null);
  }

  /** Whether any of the masters accepts connections. */
  boolean isReachable() {
    return target.addresses().stream().anyMatch(address -> unreachable(address).isEmpty());
  }

  private Optional<String> unreachable(Target.Address address) {
    return ConnectionProbe.problem(
        address,
        timeout,
        "Does the master run, and is this its port? The first line of its web page says its URL;"
            + " `%cluster start` starts a cluster on this machine.");
  }

  private void ask(
      Target.Address address, AtomicBoolean isMaster, CompletableFuture<List<Worker>> answer) {
    RpcEnv rpc = null;
    try {
      SparkConf bounded = conf.clone();
      String seconds = timeout.plusSeconds(1).toSeconds() + "s";
      bounded.set("spark.rpc.lookupTimeout", seconds).set("spark.rpc.askTimeout", seconds);
      SecurityManager security =
          new SecurityManager(
              bounded,
              SecurityManager.$lessinit$greater$default$2(),
              SecurityManager.$lessinit$greater$default$3());
      rpc = RpcEnv.create("firesteelProbe", "127.0.0.1", 0, bounded, security, true);
      RpcEndpointRef master =
          rpc.setupEndpointRef(new RpcAddress(address.host(), address.port()), "Master");
      isMaster.set(true);
      DeployMessages.MasterStateResponse state =
          master.askSync(
              DeployMessages.RequestMasterState$.MODULE$,
              scala.reflect.ClassTag$.MODULE$.apply(DeployMessages.MasterStateResponse.class));
      answer.complete(
          Arrays.stream(state.workers())
              .map(w -> new Worker(w.hostPort(), w.cores(), w.memory(), w.webUiAddress()))
              .toList());
    } catch (Throwable e) {
      answer.completeExceptionally(e);
    } finally {
      if (rpc != null) {
        rpc.shutdown();
      }
    }
  }

  private String explain(Target.Address address, Throwable thrown) {
    StringBuilder all = new StringBuilder();
    for (Throwable t = thrown; t != null; t = t.getCause() == t ? null : t.getCause()) {
      all.append(t).append('\n');
    }
    String text = all.toString();
    LoggerFactory.getLogger(MasterProbe.class).warn("{} did not tell its state", address, thrown);
    boolean authenticates = conf.getBoolean("spark.authenticate", false);
    if (text.contains("A secret key must be specified")) {
      return "spark.authenticate is on, but there is no spark.authenticate.secret. Put the"
          + " cluster's secret into a profile of firesteel.yaml, by ${env:NAME} or ${file:PATH}.";
    }
    if (text.contains("SaslException")
        || text.contains("SASL")
        || text.contains("AuthEngine")
        || text.contains("authenticat")
        // The end of the connection may be reported before its reason.
        || authenticates && text.contains("Outbox is stopped")) {
      return authenticates
          ? address
              + " refused the authentication: spark.authenticate.secret is not the cluster's, or"
              + " the cluster has none."
          : address
              + " wants authentication: set spark.authenticate=true and the cluster's"
              + " spark.authenticate.secret in a profile of firesteel.yaml.";
    }
    if (text.contains("InvalidClassException")
        || text.contains("local class incompatible")
        || text.contains("ClassNotFoundException")) {
      return otherVersion(address);
    }
    if (text.contains("Cannot find endpoint")) {
      return notMaster(address, "a Spark process listens there, but it is no master");
    }
    if (authenticates && (text.contains("StreamCorrupted") || text.contains("Unknown challenge"))) {
      return address + " uses no authentication, and spark.authenticate is on here.";
    }
    return notMaster(address, NO_ANSWER);
  }

  private static String otherVersion(Target.Address address) {
    return "The master at "
        + address
        + " is of another version of Spark than this kernel, which has "
        + org.apache.spark.package$.MODULE$.SPARK_VERSION()
        + ". Run the kernel with the cluster's: set SPARK_HOME to it, or use `./firesteel spark"
        + " use VERSION`.";
  }

  private static String notMaster(Target.Address address, String what) {
    return address
        + " takes connections, but "
        + what
        + ". Is this the port of the master (usually 7077) and not that of its web page? The"
        + " first line of that page says the master's URL.";
  }
}
