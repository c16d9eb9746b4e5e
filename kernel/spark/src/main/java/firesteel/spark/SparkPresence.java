package firesteel.spark;

import firesteel.spark.distribution.SparkSelection;
import firesteel.spark.settings.SparkHome;
import java.nio.file.Path;
import java.util.Optional;

/** Checks whether there is a Spark that this Java can run. Loads no class of it. Thread-safe. */
final class SparkPresence {
  private static final String SPARK_ON_CLASS_PATH = "org/apache/spark/sql/SparkSession.class";

  private final Optional<Path> sparkHome;
  private Optional<String> refusal;

  /**
   * Creates the check without running it.
   *
   * @param sparkHome the Spark distribution whose jars should be on the class path; empty for the
   *     bundled Spark
   */
  SparkPresence(Optional<Path> sparkHome) {
    this.sparkHome = sparkHome;
  }

  /**
   * Returns why Spark can't be used; empty when it can. Determined on the first call: looking for
   * Spark opens all jars, and a kernel answers its client before.
   */
  synchronized Optional<String> refusal() {
    if (refusal == null) {
      refusal = findRefusal();
    }
    return refusal;
  }

  /** Whether Spark is known to be unusable; checks nothing. */
  synchronized boolean isRefused() {
    return refusal != null && refusal.isPresent();
  }

  private Optional<String> findRefusal() {
    Optional<SparkHome.Result> home =
        sparkHome.map(folder -> SparkHome.check(folder, Runtime.version().feature()));
    if (home.isPresent() && !home.get().usable()) {
      String wayBack =
          SparkSelection.fromEnvironment(System.getenv())
              .wayBack(sparkHome.get())
              .map(
                  way ->
                      "\nIt was chosen by `firesteel spark use`; back to the bundled one: " + way)
              .orElse("");
      return Optional.of("Spark can't be used here: " + home.get().message() + wayBack);
    }
    return isOnClassPath()
        ? Optional.empty()
        : Optional.of(
            "Spark can't be used here: its jars are not on the class path of this kernel."
                + "\nStart it with ./firesteel, which brings them, or set SPARK_HOME.");
  }

  /** Whether any Spark is on the class path. */
  static boolean isOnClassPath() {
    return SparkPresence.class.getClassLoader().getResource(SPARK_ON_CLASS_PATH) != null;
  }
}
