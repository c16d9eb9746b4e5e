package firesteel.spark.cluster;

import firesteel.spark.settings.SparkHome;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The Spark that a cluster runs: the same as the kernel's, because a driver and its executors must
 * agree on the version.
 *
 * @param home a {@code SPARK_HOME}: its folder {@code jars} is what executors run with
 * @param version such as {@code 4.2.0}
 */
record ClusterSpark(Path home, String version) {
  private static final String CONNECT_CLIENT = "spark-connect-client-jvm_";

  /**
   * Returns the Spark of this process: that of {@code SPARK_HOME}, or a folder created here whose
   * {@code jars} are links to those on the class path.
   *
   * @param sparkHome what {@code SPARK_HOME} names
   * @param folder where the folder is created when there is no {@code SPARK_HOME}
   * @throws ClusterException when it can't run here
   */
  static ClusterSpark ofThisProcess(Optional<Path> sparkHome, Path folder) throws IOException {
    Path home = sparkHome.isPresent() ? sparkHome.get() : link(jars(), folder);
    SparkHome.Result result = SparkHome.check(home, Runtime.version().feature());
    if (!result.usable()) {
      throw new ClusterException("a cluster can't run with this Spark: " + result.message());
    }
    return new ClusterSpark(home, result.version());
  }

  private static Path link(List<Path> jars, Path home) throws IOException {
    Path folder = Files.createDirectories(home.resolve("jars"));
    for (Path jar : jars) {
      Path link = folder.resolve(jar.getFileName());
      if (!Files.exists(link)) {
        Files.createSymbolicLink(link, jar.toAbsolutePath());
      }
    }
    return home;
  }

  /**
   * Returns the jars on the class path except those beside Firesteel's own, which executors don't
   * have.
   */
  static List<Path> jars() {
    Path ours = Optional.ofNullable(ownCode().getParent()).orElse(ownCode());
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> entry.endsWith(".jar"))
        .map(Path::of)
        .filter(jar -> !ours.equals(jar.toAbsolutePath().getParent()))
        .filter(jar -> !jar.getFileName().toString().startsWith(CONNECT_CLIENT))
        .toList();
  }

  /** Returns the jar or folder of {@link ClusterDaemon}. */
  static Path ownCode() {
    try {
      return Path.of(
          ClusterDaemon.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
