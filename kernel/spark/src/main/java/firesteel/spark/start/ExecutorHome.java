package firesteel.spark.start;

import firesteel.api.file.OwnerOnly;
import firesteel.spark.settings.SparkOptions;
import firesteel.spark.settings.SparkStartException;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Prepares the folder from which a local-cluster starts its executors and in which they work. Spark
 * takes it from the environment variable {@code SPARK_HOME} only (the constructor of {@code
 * org.apache.spark.deploy.worker.Worker}), and expects the jars in its folder {@code jars}.
 */
final class ExecutorHome {
  /** The settings that the executors' command lines need beside the folder: this process's Java. */
  static final Map<String, String> SETTINGS =
      Map.of(
          "spark.executorEnv.SPARK_SCALA_VERSION",
          "2.13",
          "spark.executorEnv.JAVA_HOME",
          System.getProperty("java.home"));

  private static final String FIRESTEELS_JARS = "firesteel-";
  private static final String CONNECT_CLIENT = "spark-connect-client-jvm_";

  private final Optional<Path> named;
  private final boolean own;
  private boolean made;

  private ExecutorHome(Optional<Path> named, boolean own) {
    this.named = named;
    this.own = own;
  }

  /** Reads the environment; touches no file. */
  static ExecutorHome of(Map<String, String> environment) {
    String home = environment.get("SPARK_HOME");
    return new ExecutorHome(
        Optional.ofNullable(home).filter(name -> !name.isBlank()).map(Path::of),
        home != null && home.equals(environment.get(SparkOptions.EXECUTOR_HOME)));
  }

  /**
   * Creates the folder when it is the kernel's own; otherwise checks that executors can work in it.
   *
   * @throws SparkStartException when they can't; Spark would end the whole process then
   */
  synchronized void prepare() {
    Path home =
        named.orElseThrow(
            () ->
                new SparkStartException(
                    "A local-cluster needs SPARK_HOME, and this Java was started without it; start"
                        + " the kernel with ./firesteel, which sets it.",
                    null));
    try {
      if (own && !made) {
        make(home);
        made = true;
      }
      Files.createDirectories(home.resolve("work"));
    } catch (IOException e) {
      throw new SparkStartException(
          "A local-cluster's executors work in "
              + home.resolve("work")
              + ", which can't be made ("
              + e.getClass().getSimpleName()
              + "). Make that folder writable, or unset SPARK_HOME.",
          e);
    }
  }

  private static void make(Path home) throws IOException {
    try {
      OwnerOnly.createFolder(home);
    } catch (FileAlreadyExistsException e) {
      new TemporaryDirectory(home).delete(); // Left by a process that had the same id.
      OwnerOnly.createFolder(home);
    }
    Path jars = Files.createDirectory(home.resolve("jars"));
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path jar = Path.of(entry).toAbsolutePath();
      String name = jar.getFileName() == null ? "" : jar.getFileName().toString();
      // A real cluster has neither Firesteel's jars nor those of the Spark Connect client, which
      // has other classes with Spark's names.
      if (name.endsWith(".jar")
          && !name.startsWith(FIRESTEELS_JARS)
          && !name.startsWith(CONNECT_CLIENT)
          && Files.isRegularFile(jar)) {
        Path link = jars.resolve(name);
        if (Files.notExists(link)) {
          Files.createSymbolicLink(link, jar);
        }
      }
    }
  }

  /** Removes the folder when it is the kernel's own. */
  synchronized void delete() {
    if (made) {
      named.ifPresent(home -> new TemporaryDirectory(home).delete());
      made = false;
    }
  }
}
