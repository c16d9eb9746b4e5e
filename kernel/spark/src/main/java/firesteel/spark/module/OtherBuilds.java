package firesteel.spark.module;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the added jar that caused a linkage error, and the version that would fit. */
final class OtherBuilds {
  private static final int DEEPEST = 50;
  private static final int MAX_CLASSES = 400;

  private final ErrorContext here;

  OtherBuilds(ErrorContext here) {
    this.here = here;
  }

  /**
   * Returns what to do about an exception; empty when it is not a linkage error, or no added jar is
   * involved.
   */
  Optional<String> advice(Throwable thrown) {
    List<Throwable> chain =
        Stream.iterate(thrown, Objects::nonNull, Throwable::getCause).limit(DEEPEST).toList();
    Optional<SparkVersions> versions = here.versions();
    if (versions.isEmpty() || chain.stream().noneMatch(OtherBuilds::isOfLinking)) {
      return Optional.empty();
    }
    List<Suspect> suspects =
        Stream.concat(chain.stream().flatMap(OtherBuilds::classNames), here.classesInCell())
            .distinct()
            .limit(MAX_CLASSES)
            .flatMap(name -> here.addedJarOf(name).map(jar -> new Suspect(name, jar)).stream())
            .toList();
    // The class that could not be loaded isn't always named: then any jar whose versions are known.
    List<Suspect> others = here.addedJars().map(jar -> new Suspect("", jar)).toList();
    for (Suspect suspect : Stream.concat(suspects.stream(), others.stream()).toList()) {
      Optional<String> mismatch = JarBuild.of(suspect.jar()).mismatch(versions.get());
      if (mismatch.isPresent() && !Modules.recommendJar(suspect.jar(), versions.get())) {
        return Optional.of(
            suspect.jar().getFileName()
                + " "
                + mismatch.get()
                + ". "
                + fit(suspect, versions.get()));
      }
    }
    return suspects.stream()
        .findFirst()
        .map(
            first ->
                first.jar().getFileName()
                    + " was built for other versions of the libraries here (Spark "
                    + versions.get().spark()
                    + ", Scala "
                    + versions.get().scala()
                    + "). "
                    + fit(first, versions.get()));
  }

  private static Stream<String> classNames(Throwable thrown) {
    return Stream.concat(
        ErrorContext.classNames(thrown.getStackTrace()), ErrorContext.classNames(message(thrown)));
  }

  private static String message(Throwable thrown) {
    return String.valueOf(thrown.getMessage());
  }

  private record Suspect(String className, Path jar) {}

  private static boolean isOfLinking(Throwable thrown) {
    String message = message(thrown);
    if (thrown instanceof NoClassDefFoundError || thrown instanceof ClassNotFoundException) {
      return message.startsWith("scala") || message.startsWith("org/apache/spark/");
    }
    return thrown instanceof IncompatibleClassChangeError
        || thrown instanceof VerifyError
        || message.matches(
            "(?s).*(IncompatibleClassChangeError|NoSuchMethodError|NoSuchFieldError"
                + "|AbstractMethodError|NoClassDefFoundError: scala/).*");
  }

  /** Returns what would fit, as far as it is known. */
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
        + " (usually its name ends in _"
        + versions.scala()
        + ").";
  }
}
