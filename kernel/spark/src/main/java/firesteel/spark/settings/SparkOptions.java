package firesteel.spark.settings;

import firesteel.api.settings.UserFolders;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The options of a {@code SparkExtension}.
 *
 * @param settings Spark settings that win over {@code spark-defaults.conf}, as {@code spark-submit
 *     --conf} gives them
 * @param sparkHome the Spark distribution whose jars are on the class path; empty for the bundled
 *     Spark
 * @param confFolder the folder of {@code spark-defaults.conf}; empty for none
 * @param logFolder where the log file is written; created when missing
 * @param temporaryFolder where a folder for the warehouse and Spark's own files is created; it is
 *     removed at the end
 * @param progress whether cells show the progress of their jobs
 */
public record SparkOptions(
    Map<String, String> settings,
    Optional<Path> sparkHome,
    Optional<Path> confFolder,
    Path logFolder,
    Path temporaryFolder,
    boolean progress) {
  /**
   * The environment variable that marks {@code SPARK_HOME} as a folder of the kernel's own, and not
   * a Spark distribution; set by the script that starts Java.
   */
  public static final String EXECUTOR_HOME = "FIRESTEEL_EXECUTOR_HOME";

  /** Copies the settings. */
  public SparkOptions {
    settings = Map.copyOf(settings);
    Objects.requireNonNull(sparkHome, "sparkHome");
    Objects.requireNonNull(confFolder, "confFolder");
    Objects.requireNonNull(logFolder, "logFolder");
    Objects.requireNonNull(temporaryFolder, "temporaryFolder");
  }

  /**
   * Reads the options from an environment as {@code spark-submit} does: {@code SPARK_HOME}, {@code
   * SPARK_CONF_DIR} (by default {@code SPARK_HOME/conf}); logs go below {@code XDG_STATE_HOME} (by
   * default {@code ~/.local/state}).
   *
   * @param environment variables by name, as {@link System#getenv()} gives them
   */
  public static SparkOptions fromEnvironment(Map<String, String> environment) {
    Optional<Path> own = path(environment, EXECUTOR_HOME);
    Optional<Path> home =
        path(environment, "SPARK_HOME").filter(path -> !own.equals(Optional.of(path)));
    Optional<Path> conf =
        path(environment, "SPARK_CONF_DIR").or(() -> home.map(folder -> folder.resolve("conf")));
    return new SparkOptions(
        Map.of(),
        home,
        conf,
        UserFolders.of(environment).state().resolve("logs"),
        Path.of(System.getProperty("java.io.tmpdir")),
        true);
  }

  /** Returns these options with more Spark settings. */
  public SparkOptions with(Map<String, String> more) {
    Map<String, String> all = new LinkedHashMap<>(settings);
    all.putAll(more);
    return new SparkOptions(all, sparkHome, confFolder, logFolder, temporaryFolder, progress);
  }

  /** Returns these options with progress shown or not. */
  public SparkOptions withProgress(boolean shown) {
    return new SparkOptions(settings, sparkHome, confFolder, logFolder, temporaryFolder, shown);
  }

  private static Optional<Path> path(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(s -> !s.isBlank()).map(Path::of);
  }
}
