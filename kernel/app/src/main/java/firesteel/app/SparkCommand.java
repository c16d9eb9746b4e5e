package firesteel.app;

import firesteel.spark.distribution.DistributionException;
import firesteel.spark.distribution.SparkCache;
import firesteel.spark.distribution.SparkFetch;
import firesteel.spark.distribution.SparkSelection;
import firesteel.spark.settings.SparkHome;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Shows and chooses the Spark of kernels, and fetches whole Spark distributions, which have more
 * than the bundled one.
 */
@Command(
    name = "spark",
    description = {
      "Shows which Spark kernels use, and fetches and chooses others.",
      "The bundled Spark has no YARN, no Kubernetes and none of Spark's scripts; what 'get' fetches has"
          + " them all."
    },
    mixinStandardHelpOptions = true)
final class SparkCommand implements Callable<Integer> {
  private static final String BUNDLED = "bundled";

  private final Map<String, String> environment = System.getenv();
  private final String bundledVersion = new Version().bundledSpark();
  private final SparkCache cache = SparkCache.fromEnvironment(environment);
  private final SparkSelection selection = SparkSelection.fromEnvironment(environment);

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = out();
    out.println("Spark    " + chosen());
    out.println("bundled  " + bundledVersion);
    List<String> versions = cache.versions();
    out.println("fetched  " + (versions.isEmpty() ? "none" : "in " + cache.folder() + ":"));
    for (String version : versions) {
      out.println("         " + version + notUsable(cache.home(version)));
    }
    out.flush();
    return 0;
  }

  private String chosen() throws IOException {
    Optional<Path> home = selection.home();
    String said = environment.get("SPARK_HOME");
    if (said != null && !said.equals(home.map(Path::toString).orElse(null))) {
      return said.isEmpty()
          ? "the bundled one (SPARK_HOME is set and empty)"
          : said + " (by SPARK_HOME)" + notUsable(Path.of(said));
    }
    return home.map(path -> path + " (by firesteel spark use)" + notUsable(path))
        .orElse("the bundled one");
  }

  private static String notUsable(Path home) {
    SparkHome.Result result = SparkHome.check(home, Runtime.version().feature());
    return result.usable() ? "" : "  - can't be used here: " + result.message();
  }

  @Command(
      name = "get",
      description = {
        "Fetches a whole Spark distribution into the user's cache (450 MB, 550 MB unpacked).",
        "It comes from the pyspark package of the Python registry that pip uses. pip compares the"
            + " checksum. Nothing is kept of a download that fails."
      },
      mixinStandardHelpOptions = true)
  int get(
      @Parameters(
              arity = "0..1",
              paramLabel = "VERSION",
              description =
                  "The version to fetch, such as 4.2.0; by default that of the bundled Spark.")
          String version)
      throws IOException, InterruptedException {
    String wanted = version == null ? bundledVersion : version;
    PrintWriter out = out();
    new SparkFetch(cache, pythons(), line -> print(out, line), InteractiveConsole.isThere())
        .get(wanted);
    print(out, "To use it:  firesteel spark use " + wanted);
    return 0;
  }

  private static void print(PrintWriter out, String line) {
    out.println(line);
    out.flush(); // Before pip prints its own lines.
  }

  private List<String> pythons() {
    List<String> pythons = new ArrayList<>();
    Optional.ofNullable(environment.get("FIRESTEEL_PYTHON"))
        .filter(name -> !name.isBlank())
        .ifPresent(pythons::add);
    pythons.add("python3");
    Distribution.running()
        .map(distribution -> distribution.state().resolve("lab/bin/python"))
        .filter(Files::isExecutable)
        .ifPresent(python -> pythons.add(python.toString()));
    return pythons;
  }

  @Command(
      name = "use",
      description = {
        "Chooses the Spark of all kernels that start from now on.",
        "SPARK_HOME in the environment wins over it."
      },
      mixinStandardHelpOptions = true)
  int use(
      @Parameters(
              paramLabel = "VERSION|PATH|bundled",
              description = "The Spark to use: a fetched version, a SPARK_HOME, or bundled.")
          String which)
      throws IOException {
    PrintWriter out = out();
    // The script that starts Java sets SPARK_HOME to the chosen Spark.
    Optional<String> byUser =
        Optional.ofNullable(environment.get("SPARK_HOME"))
            .filter(said -> !said.isEmpty() && !said.equals(formerChoice()));
    if (which.equals(BUNDLED)) {
      selection.useBundled();
      out.println("Kernels that start from now on use the bundled Spark " + bundledVersion + ".");
    } else {
      Path home = home(which);
      String version = selection.use(home);
      out.println("Kernels that start from now on use Spark " + version + " at " + home + ".");
      out.println("Back to the bundled one:  firesteel spark use bundled");
    }
    byUser.ifPresent(
        said -> out.println("But SPARK_HOME is set here, to " + said + ", and wins: unset it."));
    out.flush();
    return 0;
  }

  private String formerChoice() {
    try {
      return selection.home().map(Path::toString).orElse("");
    } catch (IOException e) {
      return ""; // The file can't be read, and will be replaced.
    }
  }

  private Path home(String which) throws DistributionException {
    if (!SparkCache.isVersion(which)) {
      return CommandFolder.ofThisProcess().resolve(Path.of(which));
    }
    if (!cache.has(which)) {
      throw new DistributionException(
          "Spark "
              + which
              + " is not fetched yet. Run:  firesteel spark get "
              + which
              + (which.equals(bundledVersion)
                  ? "   (or, for the bundled one:  firesteel spark use bundled)"
                  : ""));
    }
    return cache.home(which);
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
