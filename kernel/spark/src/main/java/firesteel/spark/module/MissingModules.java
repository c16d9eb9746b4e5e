package firesteel.spark.module;

import firesteel.api.dependency.JdbcDriverArtifacts;
import firesteel.api.error.CompileProblem;
import firesteel.api.error.NearestNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Suggests what to run when an error is due to something that the kernel's jars lack: a data
 * source, a class, a file system, a JDBC driver, a package. Covers exceptions and compile errors.
 */
final class MissingModules {
  private static final Pattern FORMAT =
      Pattern.compile("Failed to find (?:the )?data source: (\\S+?)\\.(?:\\s|$)");
  private static final Pattern CLASS =
      Pattern.compile("(?:ClassNotFoundException|NoClassDefFoundError): (?:Class )?([\\w.$/]+\\w)");
  private static final Pattern CLASS_ALONE =
      Pattern.compile("(?:Class )?([\\w$]+(?:[./][\\w$]+)+)(?: not found)?");
  private static final Pattern SCHEME = Pattern.compile("No FileSystem for scheme[: ]*\"?(\\w+)");
  private static final Pattern NO_DRIVER = Pattern.compile("No suitable driver");
  private static final Pattern NOT_LOADED = Pattern.compile("\\b(AVRO|PROTOBUF)_NOT_LOADED");
  private static final Pattern NO_HIVE = Pattern.compile("Hive classes are not found");
  private static final Pattern NO_HIVE_CATALOG =
      Pattern.compile("\\bNOT_SUPPORTED_COMMAND_WITHOUT_HIVE_SUPPORT\\b");
  private static final Pattern DELTA_SESSION =
      Pattern.compile("DELTA_CONFIGURE_SPARK_SESSION|requires the SparkSession to be configured");
  private static final Pattern PACKAGE = Pattern.compile("package ([\\w.]+) does not exist");
  private static final Pattern IN_PACKAGE =
      Pattern.compile("symbol:\\s+(?:class|variable) \\w+\\s+location:\\s+package ([\\w.]+)");

  private final ErrorContext here;

  MissingModules(ErrorContext here) {
    this.here = here;
  }

  /** Returns what to do about an exception, by its message alone; empty when nothing is missing. */
  Optional<String> advice(Throwable thrown) {
    String message = String.valueOf(thrown.getMessage());
    boolean ofClass =
        thrown instanceof ClassNotFoundException || thrown instanceof NoClassDefFoundError;
    Matcher alone = CLASS_ALONE.matcher(message.strip());
    if (ofClass && alone.matches()) {
      return ofClass(alone.group(1));
    }
    return first(message, FORMAT, this::ofFormat)
        .or(() -> first(message, SCHEME, this::ofScheme))
        .or(() -> first(message, NOT_LOADED, name -> ofFormatOrPackage(name)))
        .or(() -> first(message, DELTA_SESSION, any -> Optional.of(run(Modules.DELTA_SESSION))))
        .or(() -> first(message, NO_HIVE, any -> ofClass("org.apache.spark.sql.hive.HiveUtils")))
        .or(() -> first(message, NO_HIVE_CATALOG, any -> Optional.of(ofHiveCatalog())))
        .or(() -> first(message, NO_DRIVER, any -> Optional.of(ofDriver())))
        .or(() -> first(message, CLASS, this::ofClass));
  }

  /** Returns what to do about a compile error. */
  Optional<String> advice(CompileProblem problem) {
    return first(problem.message(), PACKAGE, this::ofClass)
        .or(() -> first(problem.message(), IN_PACKAGE, this::ofClass));
  }

  private static Optional<String> first(
      String message, Pattern pattern, Function<String, Optional<String>> answer) {
    Matcher matcher = pattern.matcher(message);
    return matcher.find()
        ? answer.apply(matcher.groupCount() == 0 ? "" : matcher.group(1))
        : Optional.empty();
  }

  private Optional<String> ofFormatOrPackage(String name) {
    return name.equals("AVRO") ? ofFormat("avro") : ofClass("org.apache.spark.sql.protobuf.x");
  }

  private Optional<String> ofFormat(String format) {
    Optional<Module> module = Modules.ofFormat(format);
    if (module.isPresent()) {
      return advice(module.get());
    }
    return Optional.of(
        NearestNames.question(NearestNames.of(format, Modules.formats()))
                .orElse("Spark has no format of this name.")
            + " A format of a library needs the library: %maven GROUP:ARTIFACT:VERSION adds it.");
  }

  private Optional<String> ofScheme(String scheme) {
    Optional<Module> module = Modules.ofScheme(scheme);
    if (module.isPresent()) {
      return advice(module.get());
    }
    List<String> near =
        NearestNames.of(scheme, Modules.schemes()).stream().map(name -> name + "://").toList();
    return Optional.of(
        NearestNames.question(near).map(asked -> asked + " ").orElse("")
            + "A file system of a library needs the library: %maven GROUP:ARTIFACT:VERSION or"
            + " %jars FILE adds it.");
  }

  private Optional<String> ofClass(String name) {
    String dotted = name.replace('/', '.');
    if (here.hasClass(dotted)) {
      return Optional.empty(); // Then something else is wrong.
    }
    Optional<String> driver =
        JdbcDriverArtifacts.ofClass(dotted)
            .filter(found -> !here.hasArtifact(found.artifact()))
            .map(found -> run("%maven " + found.artifact()));
    return driver.or(() -> Modules.ofClass(dotted).flatMap(this::advice));
  }

  private String ofHiveCatalog() {
    return ofClass("org.apache.spark.sql.hive.HiveUtils").orElse(run(Modules.HIVE_SESSION))
        + "\nWithout Hive a table is kept as well: write USING parquet in the place of STORED AS or"
        + " USING hive.";
  }

  private String ofDriver() {
    Optional<JdbcDriverArtifacts.JdbcDriver> driver =
        here.jdbcUrl().flatMap(JdbcDriverArtifacts::ofUrl);
    if (driver.isEmpty()) {
      return "the database's driver is not on the class path: %maven GROUP:ARTIFACT:VERSION or"
          + " %jars FILE adds it.";
    }
    if (here.hasArtifact(driver.get().artifact())) {
      return "name the driver's class: .option(\"driver\", \"" + driver.get().driver() + "\")";
    }
    String named =
        here.isRemote()
            ? "\nand name the driver's class: .option(\"driver\", \""
                + driver.get().driver()
                + "\")"
            : "";
    return run("%maven " + driver.get().artifact()) + named;
  }

  private Optional<String> advice(Module module) {
    Optional<SparkVersions> versions = here.versions();
    if (versions.isEmpty()) {
      return Optional.empty();
    }
    List<String> lines = new ArrayList<>(module.lines().apply(versions.get()).orElse(List.of()));
    lines.removeIf(here::hasArtifactOf);
    if (lines.isEmpty()) {
      return module.note().isEmpty() || here.hasModule(module)
          ? Optional.empty()
          : Optional.of(module.note());
    }
    return Optional.of(run(lines.toArray(String[]::new)));
  }

  private String run(String... lines) {
    StringBuilder text = new StringBuilder("run this, and then the cell again:");
    for (String line : lines) {
      text.append("\n  ").append(line.replace("$master", here.master()));
    }
    return text.toString();
  }
}
