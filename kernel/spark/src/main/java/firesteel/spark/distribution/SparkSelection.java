package firesteel.spark.distribution;

import firesteel.api.file.AtomicFileWriter;
import firesteel.api.settings.UserFolders;
import firesteel.spark.settings.SparkHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The Spark that the user chose for all new kernels: a file whose one line is the path of a {@code
 * SPARK_HOME}. The script that starts Java reads it, unless the environment says which Spark to
 * use.
 *
 * @param file missing when the bundled Spark is chosen
 */
public record SparkSelection(Path file) {
  /** Checks the path. */
  public SparkSelection {
    Objects.requireNonNull(file, "file");
  }

  /** Returns the selection of the user with this environment. */
  public static SparkSelection fromEnvironment(Map<String, String> environment) {
    // The script firesteel-java reads the same file.
    return new SparkSelection(UserFolders.of(environment).config().resolve("spark-home"));
  }

  /** Returns the chosen {@code SPARK_HOME}; empty for the bundled Spark. */
  public Optional<Path> home() throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    return Files.readString(file).lines().findFirst().filter(line -> !line.isBlank()).map(Path::of);
  }

  /**
   * Returns the command that undoes the choice when this {@code SPARK_HOME} was chosen; otherwise
   * empty.
   */
  public Optional<String> wayBack(Path home) {
    try {
      return home().filter(home::equals).map(chosen -> "./firesteel spark use bundled");
    } catch (IOException e) {
      return Optional.empty(); // The file can't be read, so SPARK_HOME does not come from it.
    }
  }

  /**
   * Chooses a Spark.
   *
   * @param home its {@code SPARK_HOME}
   * @return its version
   * @throws DistributionException when this Java can't run it, or it is no Spark
   */
  public String use(Path home) throws IOException {
    Path absolute = home.toAbsolutePath().normalize();
    SparkHome.Result result = SparkHome.check(absolute, Runtime.version().feature());
    if (!result.usable()) {
      throw new DistributionException(
          "this Spark can't be used. " + result.message().replaceFirst("^SPARK_HOME=", ""));
    }
    if (absolute.toString().lines().count() != 1) {
      throw new DistributionException("a path with a line break in it can't be used");
    }
    Files.createDirectories(file.getParent());
    AtomicFileWriter.write(file, absolute + "\n");
    return result.version();
  }

  /** Chooses the bundled Spark. */
  public void useBundled() throws IOException {
    Files.deleteIfExists(file);
  }
}
