package firesteel.spark.module;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Names the added jar behind an error of linking, and the version that would fit. */
final class OtherBuilds {
  private static final int MOST_CLASSES = 60;

  private final Surroundings here;

  OtherBuilds(Surroundings here) {
    this.here = here;
  }

  /** What to do about an exception; empty when it is none of linking, or no added jar is in it. */
  Optional<String> advice(Throwable thrown) {
    String message = String.valueOf(thrown.getMessage());
    if (!isOfLinking(thrown, message)) {
      return Optional.empty();
    }
    List<Suspect> suspects =
        Stream.concat(
                Surroundings.classNames(thrown.getStackTrace()), Surroundings.classNames(message))
            .limit(MOST_CLASSES)
            .flatMap(name -> here.addedJarOf(name).map(jar -> new Suspect(name, jar)).stream())
            .toList();
    Optional<SparkVersions> versions = here.versions();
    if (suspects.isEmpty() || versions.isEmpty()) {
      return Optional.empty();
    }
    for (Suspect suspect : suspects) {
      Optional<String> mismatch = JarBuild.of(suspect.jar()).mismatch(versions.get());
      if (mismatch.isPresent()) {
        return Optional.of(
            suspect.jar().getFileName() + " " + mismatch.get() + ". " + fit(suspect, versions.get()));
      }
    }
    Suspect first = suspects.get(0);
    return Optional.of(
        first.jar().getFileName()
            + " was built for other versions of the libraries here (Spark "
            + versions.get().spark()
            + ", Scala "
            + versions.get().scala()
            + "). "
            + fit(first, versions.get()));
  }

  private record Suspect(String className, Path jar) {}

  private static boolean isOfLinking(Throwable thrown, String message) {
    if (thrown instanceof NoClassDefFoundError || thrown instanceof ClassNotFoundException) {
      return message.startsWith("scala") || message.startsWith("org/apache/spark/");
    }
    return thrown instanceof IncompatibleClassChangeError
        || thrown instanceof VerifyError
        || message.matches(
            "(?s).*(IncompatibleClassChangeError|NoSuchMethodError|NoSuchFieldError"
                + "|AbstractMethodError|NoClassDefFoundError: scala/).*");
  }

  /** What would fit, as far as it is known. */
  private static String fit(Suspect suspect, SparkVersions versions) {
    Optional<Module> module = Modules.ofClass(suspect.className());
    Optional<List<String>> lines = module.flatMap(found -> found.lines().apply(versions));
    if (lines.isPresent() && !lines.get().isEmpty()) {
      return "Restart the kernel, and run the line that fits: " + lines.get().get(0);
    }
    if (module.isPresent() && !module.get().note().isEmpty()) {
      return module.get().note();
    }
    return "Restart the kernel, and add one for Spark "
        + versions.minor()
        + " and Scala "
        + versions.scala()
        + " (as a rule its name ends in _"
        + versions.scala()
        + ").";
  }
}
