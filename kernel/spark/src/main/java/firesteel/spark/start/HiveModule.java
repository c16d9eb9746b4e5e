package firesteel.spark.start;

import firesteel.spark.settings.SparkStartException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/**
 * Checks and prepares what {@code spark.sql.catalogImplementation=hive} needs before Spark starts.
 */
public final class HiveModule {
  private static final String SETTING = "spark.sql.catalogImplementation";
  private static final String CLASS = "org/apache/spark/sql/hive/HiveSessionStateBuilder.class";
  private static final String DERBY_HOME = "derby.system.home";

  private HiveModule() {}

  /** Whether these settings ask for Hive's catalog. */
  public static boolean isWanted(Map<String, String> settings) {
    return "hive".equals(settings.get(SETTING));
  }

  /** Whether the class loader of cells, and so Spark, finds the module. */
  public static boolean isPresent() {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    return loader != null && loader.getResource(CLASS) != null;
  }

  /** Returns the magic that adds the module. */
  public static String line(String version) {
    return "%maven " + artifact(version);
  }

  private static String artifact(String version) {
    return "org.apache.spark:spark-hive_2.13:" + version;
  }

  /** Returns the error that says how to add the module. */
  static SparkStartException missing(String version) {
    String module = artifact(version);
    return new SparkStartException(
        "Hive's catalog needs Spark's Hive module, which the Spark of this kernel lacks. Bring it with\n"
            + "  %maven "
            + module
            + "\nin a cell before, or with the option --packages "
            + module
            + " of %spark connect; or use a whole Spark: `./firesteel spark get "
            + version
            + "` and `./firesteel spark use "
            + version
            + "`, then restart the kernel.\nWithout Hive a notebook's tables are kept as well, in"
            + " spark-warehouse.",
        null);
  }

  /**
   * Keeps the metastore, by default a Derby database, in the notebook's folder, as Spark does.
   * Derby takes its folder from a system property only.
   */
  static void placeMetastore(Path folder, Path temporaryDirectory, Properties system) {
    system.putIfAbsent(DERBY_HOME, folder.toString());
    system.putIfAbsent(
        "derby.stream.error.file", temporaryDirectory.resolve("derby.log").toString());
  }
}
