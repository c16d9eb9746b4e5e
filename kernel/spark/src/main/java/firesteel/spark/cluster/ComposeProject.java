package firesteel.spark.cluster;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.launcher.JavaModuleOptions;

/**
 * Writes the files from which Docker Compose creates a cluster: one container for the master, one
 * for each worker.
 *
 * <p>The image consists of the kernel's own Spark jars and a Java of the same version, and is not
 * Spark's official image: cells are compiled for the kernel's Java, a driver and its executors must
 * agree on Spark's exact version, and an official image for this pair need not exist.
 */
final class ComposeProject {
  /** The workers' folder in their containers. */
  private static final String WORK = "/home/spark/work";

  /** Spark's usual port of a master. */
  static final int PORT = 7077;

  static final int UI_PORT = 9090;

  private final Path folder;
  private final ClusterOptions options;
  private final String version;

  private ComposeProject(Path folder, ClusterOptions options, String version) {
    this.folder = folder;
    this.options = options;
    this.version = version;
  }

  /**
   * Writes the files.
   *
   * @param folder created when missing; must be empty
   * @param sparkHome what {@code SPARK_HOME} names
   * @return lines for the user: what was written, and the commands that use it
   * @throws ClusterException when the folder holds something
   */
  static List<String> write(Path folder, ClusterOptions options, Optional<Path> sparkHome)
      throws IOException {
    Files.createDirectories(folder);
    try (Stream<Path> found = Files.list(folder)) {
      if (found.findAny().isPresent()) {
        throw new ClusterException(
            folder + " is not empty; name another folder with --output, or remove it");
      }
    }
    String version = jars(sparkHome, folder.resolve("jars"));
    ComposeProject project = new ComposeProject(folder, options, version);
    Files.writeString(folder.resolve("java.options"), javaOptions());
    Files.writeString(folder.resolve("Dockerfile"), project.dockerfile());
    Files.writeString(folder.resolve("compose.yaml"), project.compose());
    return project.nextSteps();
  }

  /** Copies or links the jars, and returns their version of Spark. */
  private static String jars(Optional<Path> sparkHome, Path target) throws IOException {
    Files.createDirectories(target);
    for (Path jar : sparkHome.isPresent() ? jarsOf(sparkHome.get()) : ClusterSpark.jars()) {
      Path file = target.resolve(jar.getFileName());
      try {
        // A hard link takes no room; Docker follows no symbolic link that leads out of the folder.
        Files.createLink(file, jar.toRealPath());
      } catch (IOException | UnsupportedOperationException e) {
        Files.copy(jar, file); // On another file system.
      }
    }
    return ClusterSpark.ofThisProcess(Optional.of(target.getParent()), target).version();
  }

  private static List<Path> jarsOf(Path home) throws IOException {
    List<Path> jars = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(home.resolve("jars"), "*.jar")) {
      found.forEach(jars::add);
    }
    return jars;
  }

  private static String javaOptions() {
    return Stream.concat(
            Stream.of(JavaModuleOptions.defaultModuleOptionArray()), Stream.of("-Xmx512m"))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private String dockerfile() {
    return """
    # Spark %s on Java %d, as in the notebook's kernel: cells are compiled for its Java, and a driver
    # and its executors must agree on Spark's version.
    FROM eclipse-temurin:%2$d-jre
    RUN useradd --create-home spark
    ENV SPARK_HOME=/opt/spark SPARK_SCALA_VERSION=2.13 SPARK_LOCAL_IP=%s
    COPY jars /opt/spark/jars
    COPY java.options /opt/spark/java.options
    USER spark
    WORKDIR /home/spark
    ENTRYPOINT ["java", "@/opt/spark/java.options", "-cp", "/opt/spark/jars/*"]
    """
        .formatted(version, java(), options.host());
  }

  private String compose() {
    return """
    # A master and %d workers of Spark %s on Java %d. Start and stop them in this folder:
    #   docker compose up --build --detach
    #   docker compose down
    # All use the host's network, so that the notebook's driver and the executors reach each other in
    # both directions, on an address that only this machine reaches. (In Docker Desktop, "host
    # networking" has to be turned on in the settings.)
    name: firesteel-spark
    x-spark: &spark
      build: .
      image: firesteel-spark:%2$s-java%3$d
      network_mode: host
      init: true
    services:
      master:
        <<: *spark
        command: %s
      worker:
        <<: *spark
        depends_on: [master]
        deploy:
          replicas: %1$d
        command: %s
    """
        .formatted(
            options.workers(),
            version,
            java(),
            list(DaemonLauncher.masterArguments(options, port(), uiPort())),
            list(DaemonLauncher.workerArguments(options, WORK, url())));
  }

  private static String list(List<String> words) {
    return words.stream()
        .map(word -> '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private List<String> nextSteps() {
    String compose = "docker compose -f " + folder.resolve("compose.yaml");
    String local = "SPARK_LOCAL_IP=" + options.host() + " ";
    return List.of(
        "Written to "
            + folder
            + ": compose.yaml, Dockerfile, java.options, and the jars of Spark "
            + version
            + ".",
        "  start    " + compose + " up --build --detach",
        "  connect  %spark connect " + url() + "   (in a notebook)",
        "  UI       http://" + options.host() + ":" + uiPort(),
        "  stop     " + compose + " down",
        "The same by the scripts of a Spark " + version + " distribution, in its folder:",
        "  start    "
            + local
            + "sbin/start-master.sh --host "
            + options.host()
            + " --port "
            + port()
            + " --webui-port "
            + uiPort(),
        "           "
            + local
            + "SPARK_WORKER_INSTANCES="
            + options.workers()
            + " sbin/start-worker.sh --host "
            + options.host()
            + " --cores "
            + options.cores()
            + " --memory "
            + options.memory()
            + " "
            + url(),
        "  stop     SPARK_WORKER_INSTANCES=" + options.workers() + " sbin/stop-worker.sh",
        "           sbin/stop-master.sh");
  }

  private int port() {
    return options.port() == 0 ? PORT : options.port();
  }

  private int uiPort() {
    return options.uiPort() == 0 ? UI_PORT : options.uiPort();
  }

  private String url() {
    return "spark://" + options.host() + ":" + port();
  }

  private static int java() {
    return Runtime.version().feature();
  }
}
