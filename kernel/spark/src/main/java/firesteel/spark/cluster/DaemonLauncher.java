package firesteel.spark.cluster;

import firesteel.api.process.Programs;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.launcher.JavaModuleOptions;

/** Starts the processes of one cluster with this process's Java. */
final class DaemonLauncher {
  private static final String MASTER = "org.apache.spark.deploy.master.Master";
  private static final String WORKER = "org.apache.spark.deploy.worker.Worker";

  /** The user's variables for Spark's scripts that have the same meaning here. */
  private static final List<String> KEPT_VARIABLES = List.of("SPARK_CONF_DIR", "SPARK_LOCAL_DIRS");

  private final ClusterSpark spark;
  private final ClusterFolder folder;
  private final ClusterOptions options;

  DaemonLauncher(ClusterSpark spark, ClusterFolder folder, ClusterOptions options) {
    this.spark = spark;
    this.folder = folder;
    this.options = options;
  }

  Process master(int port, int uiPort) throws IOException {
    return start(folder.log(ClusterState.MASTER), masterArguments(options, port, uiPort));
  }

  /** Starts a worker. */
  Process worker(String name, String masterUrl) throws IOException {
    return start(
        folder.log(name), workerArguments(options, folder.work(name).toString(), masterUrl));
  }

  /** Returns the main class of a master and its arguments. */
  static List<String> masterArguments(ClusterOptions options, int port, int uiPort) {
    return List.of(
        MASTER, "--host", options.host(), "--port", "" + port, "--webui-port", "" + uiPort);
  }

  /** Returns the main class of a worker and its arguments. */
  static List<String> workerArguments(ClusterOptions options, String work, String masterUrl) {
    return List.of(
        WORKER,
        "--host",
        options.host(),
        "--webui-port",
        "0",
        "--cores",
        "" + options.cores(),
        "--memory",
        options.memory(),
        "--work-dir",
        work,
        masterUrl);
  }

  private Process start(Path log, List<String> mainAndArguments) throws IOException {
    List<String> command = new ArrayList<>(inSessionOfItsOwn());
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(JavaModuleOptions.defaultModuleOptionArray()));
    // Small and quick to start: a master and a worker do only bookkeeping.
    command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    // Use exactly the ports that were found free, not the next ones.
    command.add("-Dspark.port.maxRetries=0");
    // Nobody submits drivers to it, and its port would be a fixed one.
    command.add("-Dspark.master.rest.enabled=false");
    command.add("-cp");
    command.add(ClusterSpark.ownCode() + File.pathSeparator + spark.home().resolve("jars") + "/*");
    command.add(ClusterDaemon.class.getName());
    command.addAll(mainAndArguments);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.path().toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    environment(builder.environment());
    return builder.start();
  }

  /**
   * Returns the command in front of Java that takes it out of the starter's process group: Jupyter
   * kills the group of a kernel, and a terminal interrupts that of a command. It keeps the
   * process's id.
   */
  private static List<String> inSessionOfItsOwn() {
    return Programs.onPath("setsid", System.getenv())
        .map(setsid -> List.of(setsid.toString()))
        .or(() -> Programs.onPath("perl", System.getenv()).map(DaemonLauncher::perl))
        .orElse(List.of());
  }

  private static List<String> perl(Path perl) {
    return List.of(perl.toString(), "-e", "use POSIX; POSIX::setsid(); exec @ARGV");
  }

  private void environment(Map<String, String> environment) {
    environment.keySet().removeIf(DaemonLauncher::isOtherSparksVariable);
    environment.put("SPARK_HOME", spark.home().toString());
    environment.put("SPARK_SCALA_VERSION", "2.13");
    environment.put("SPARK_LOCAL_IP", options.host());
    environment.putIfAbsent("SPARK_LOCAL_DIRS", folder.path().resolve("local").toString());
    // Executors run on the kernel's Java too: they load the classes that it compiled.
    environment.put("JAVA_HOME", System.getProperty("java.home"));
  }

  private static boolean isOtherSparksVariable(String name) {
    return name.startsWith("SPARK_") && !KEPT_VARIABLES.contains(name);
  }
}
