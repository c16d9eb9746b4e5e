package firesteel.app.doctor;

import firesteel.api.process.SystemPackage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.tools.ToolProvider;

/** Checks the running Java. */
final class JavaCheck {
  private static final String SUBJECT = "Fast starts";
  private static final int OLDEST = 17;
  private static final int NEWEST_TRIED = 25;

  /** The first Java whose class archives decode the URLs of jars (ClassLoader::uri_to_path). */
  private static final int ARCHIVES_ANY_PATH = 21;

  private JavaCheck() {}

  static List<Finding> findings(DoctorContext context) {
    List<Finding> findings = new ArrayList<>();
    findings.add(
        java(
            context,
            Runtime.version().feature(),
            ToolProvider.getSystemJavaCompiler() != null
                && ModuleLayer.boot().findModule("jdk.jshell").isPresent()));
    context.archive().ifPresent(archive -> findings.add(archive(archive, context.built())));
    pathOfJars(context.built().getParent(), Runtime.version().feature()).ifPresent(findings::add);
    return findings;
  }

  static Finding java(DoctorContext context, int version, boolean isJdk) {
    String what =
        "Java " + System.getProperty("java.version") + " at " + System.getProperty("java.home");
    String remedy =
        context.howToInstall(SystemPackage.JAVA) + ", or: export FIRESTEEL_JAVA=/path/to/jdk";
    if (version < OLDEST) {
      return Finding.problem("Java", what + " is too old: Firesteel needs 17 or later", remedy);
    }
    if (!isJdk) {
      return Finding.problem("Java", what + " is no whole JDK (javac, jdk.jshell)", remedy);
    }
    if (version > NEWEST_TRIED) {
      return Finding.warning(
          "Java",
          what + " is newer than any that Firesteel was tried with (17 to " + NEWEST_TRIED + ")",
          "when something fails, try it with: export FIRESTEEL_JAVA=/path/to/jdk-17");
    }
    return Finding.ok("Java", what + ", a JDK");
  }

  /**
   * Looks for a class archive.
   *
   * @param archive its path
   * @param built the file that is written at the end of a build; older archives don't match
   */
  static Finding archive(Path archive, Path built) {
    if (Files.exists(archive)) {
      return isNewer(built, archive)
          ? Finding.warning(
              SUBJECT,
              "prepared for an older build; kernels take longer to start",
              "./firesteel lab, run and install prepare them anew")
          : Finding.ok(SUBJECT, "prepared for this Java and Spark");
    }
    Path log = archive.resolveSibling(archive.getFileName() + ".log");
    return Files.exists(log)
        ? Finding.warning(
            SUBJECT,
            "could not be prepared; kernels work, and take longer to start. Why: " + log,
            "to try again, remove that file and run ./firesteel lab")
        : Finding.warning(
            SUBJECT,
            "not prepared yet for this Java and Spark; kernels take longer to start",
            "./firesteel lab, run and install prepare them");
  }

  /**
   * Warns when a class archive leaves out the classes of jars: an older Java uses the escaped path
   * of a jar's URL as its path.
   *
   * @param jars the folder of the jars
   * @param version the version of the running Java
   */
  static Optional<Finding> pathOfJars(Path jars, int version) {
    Path path = jars.toAbsolutePath();
    if (version >= ARCHIVES_ANY_PATH || path.toUri().getRawPath().equals(path.toUri().getPath())) {
      return Optional.empty();
    }
    return Optional.of(
        Finding.warning(
            SUBJECT,
            "Java "
                + version
                + " can't prepare Spark's classes where the path has spaces or other"
                + " special characters: "
                + path,
            "move Firesteel to a plain path, or use Java 21 or later"));
  }

  private static boolean isNewer(Path one, Path other) {
    try {
      return Files.exists(one)
          && Files.getLastModifiedTime(one).compareTo(Files.getLastModifiedTime(other)) > 0;
    } catch (IOException e) {
      return false;
    }
  }
}
