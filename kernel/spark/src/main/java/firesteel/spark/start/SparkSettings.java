package firesteel.spark.start;

import firesteel.spark.master.Connection;
import firesteel.spark.master.HadoopConf;
import firesteel.spark.master.Target;
import firesteel.spark.settings.SparkOptions;
import firesteel.spark.warehouse.Warehouse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * Collects the settings that Spark starts with. The user's settings win over Firesteel's; among the
 * user's, as with {@code spark-submit}, those of the connection come first, then system properties
 * and options, then {@code spark-defaults.conf}.
 */
final class SparkSettings {
  /** Spark's setting for shells: the folder that executors load the shell's classes from. */
  static final String CLASS_FOLDER = "spark.repl.class.outputDir";

  /**
   * Whether executors keep a class loader for each session below the one that has the classes of
   * cells. Jars added later would go to the session's loader, where the classes of cells don't find
   * them.
   */
  private static final String SESSION_LOADERS = "spark.sql.artifact.isolation.enabled";

  private static final int FIRST_UI_PORT = 4040;
  private static final int UI_PORTS = 100;

  private final Map<String, String> users;
  private final Path workingDirectory;
  private final Path temporaryDirectory;

  /**
   * Collects the user's settings.
   *
   * @param workingDirectory the notebook's folder
   * @param properties the process's system properties, before any Spark started
   */
  SparkSettings(
      SparkOptions options,
      Connection connection,
      Path workingDirectory,
      Path temporaryDirectory,
      Properties properties) {
    this.workingDirectory = workingDirectory;
    this.temporaryDirectory = temporaryDirectory;
    users = new LinkedHashMap<>(SparkDefaults.load(options.confFolder()));
    users.putAll(options.settings());
    for (String name : properties.stringPropertyNames()) {
      if (name.startsWith("spark.")) {
        users.put(name, properties.getProperty(name));
      }
    }
    if (!connection.remoteJars().isEmpty()) {
      String jars = String.join(",", connection.remoteJars());
      users.merge("spark.jars", jars, (before, more) -> before + "," + more);
    }
    connection.target().ifPresent(target -> users.put("spark.master", target.url()));
    users.putAll(connection.settings());
  }

  /** Returns where Spark runs. */
  Target target() {
    return Target.ofMaster(users.getOrDefault("spark.master", "local[*]"));
  }

  /**
   * Returns the settings for a session on a Connect server: the server has started with settings of
   * its own, so only the SQL settings of the user's files apply.
   */
  Connection ofConnect(Connection wanted) {
    Map<String, String> session = new LinkedHashMap<>(users);
    session.keySet().removeIf(name -> !name.startsWith("spark.sql."));
    session.putAll(wanted.settings());
    return new Connection(Optional.of(target()), session, wanted.jars(), wanted.timeout());
  }

  /** Whether all of Spark's sockets should stay on the loopback address. */
  boolean staysOnLoopback(Map<String, String> environment) {
    return target().isOnThisMachine()
        && !environment.containsKey("SPARK_LOCAL_IP")
        && !users.containsKey("spark.driver.bindAddress")
        && !users.containsKey("spark.driver.host");
  }

  /** Returns all settings; looks for a free port for the web UI. */
  Map<String, String> effective(Map<String, String> environment) {
    Map<String, String> all = new LinkedHashMap<>();
    hadoopConf(environment).ifPresent(folder -> all.putAll(HadoopConf.settings(folder)));
    all.put("spark.master", "local[*]");
    all.put("spark.app.name", "Firesteel");
    all.put("spark.submit.deployMode", "client");
    all.put("spark.ui.showConsoleProgress", "false");
    all.put(Warehouse.SETTING, Warehouse.in(workingDirectory));
    if (!environment.containsKey("SPARK_LOCAL_DIRS")) {
      all.put("spark.local.dir", temporaryDirectory.resolve("local").toString());
    }
    if (staysOnLoopback(environment)) {
      all.put("spark.driver.host", LoopbackConf.ADDRESS);
      all.put("spark.driver.bindAddress", LoopbackConf.ADDRESS);
    }
    if (target().kind() == Target.Kind.LOCAL_CLUSTER) {
      all.putAll(ExecutorHome.SETTINGS);
    }
    if (target().kind() != Target.Kind.LOCAL) {
      all.put(SESSION_LOADERS, "false");
    }
    if (target().kind() == Target.Kind.YARN || target().kind() == Target.Kind.KUBERNETES) {
      // Spark would wait up to half a minute for most of the executors, even when none can come;
      // ClusterStart waits for the first one, and knows when to stop.
      all.put("spark.scheduler.maxRegisteredResourcesWaitingTime", "0s");
    }
    all.putAll(users);
    if (target().kind() != Target.Kind.LOCAL) {
      // Spark serves this folder to executors, which load the classes of cells from there.
      all.put(CLASS_FOLDER, temporaryDirectory.resolve("classes").toString());
    }
    if (!users.containsKey("spark.ui.port") && !"false".equals(users.get("spark.ui.enabled"))) {
      all.put("spark.ui.port", Integer.toString(freeUiPort()));
    }
    return all;
  }

  /** Returns the folder that Spark's scripts put on the class path, if it exists. */
  private static Optional<Path> hadoopConf(Map<String, String> environment) {
    return Stream.of("HADOOP_CONF_DIR", "YARN_CONF_DIR")
        .map(environment::get)
        .filter(name -> name != null && !name.isBlank())
        .map(Path::of)
        .filter(HadoopConf::isIn)
        .findFirst();
  }

  /**
   * Returns the first free port from Spark's usual one on; Spark itself would warn for each port
   * that is taken.
   */
  private static int freeUiPort() {
    for (int port = FIRST_UI_PORT; port < FIRST_UI_PORT + UI_PORTS; port++) {
      try (ServerSocket probe = new ServerSocket()) {
        probe.setReuseAddress(false);
        probe.bind(new InetSocketAddress(InetAddress.getByName(LoopbackConf.ADDRESS), port));
        return port;
      } catch (IOException e) {
        // Taken: try the next.
      }
    }
    return 0;
  }
}
