package firesteel.app.doctor;

import firesteel.spark.distribution.SparkSelection;
import firesteel.spark.settings.SparkHome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks the Spark that kernels will use: the bundled one or {@code SPARK_HOME}. */
final class SparkCheck {
  private SparkCheck() {}

  static List<Finding> findings(DoctorContext context, String bundledVersion) {
    List<Finding> findings = new ArrayList<>();
    Optional<String> home = context.variable("SPARK_HOME");
    findings.add(
        home.map(
                folder ->
                    sparkHome(
                        Path.of(folder),
                        Runtime.version().feature(),
                        SparkSelection.fromEnvironment(context.environment())))
            .orElse(Finding.ok("Spark", bundledVersion + ", bundled (SPARK_HOME is not set)")));
    context
        .variable("SPARK_CONF_DIR")
        .map(Path::of)
        .filter(folder -> !Files.isDirectory(folder))
        .ifPresent(
            folder ->
                findings.add(
                    Finding.warning(
                        "Spark",
                        "SPARK_CONF_DIR names no folder: " + folder,
                        "unset SPARK_CONF_DIR, or make it")));
    return findings;
  }

  static Finding sparkHome(Path home, int javaVersion, SparkSelection selection) {
    SparkHome.Result result = SparkHome.check(home, javaVersion);
    String[] lines = result.message().split("\n", 2);
    return result.usable()
        ? Finding.ok("Spark", result.message())
        : Finding.problem(
            "Spark",
            lines[0],
            selection.wayBack(home).orElse(lines.length > 1 ? lines[1] : "unset SPARK_HOME"));
  }
}
