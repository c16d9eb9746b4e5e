package firesteel.dependencies;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a jar file's name after the artifact: {@code lwjgl-3.3.6-natives-linux.jar}.
 *
 * @param version {@code 3.3.6}
 * @param classifier {@code natives-linux}; empty for the main artifact
 */
record JarName(String version, String classifier) {
  /**
   * Matches a version: it begins with a digit; what follows belongs to it as long as it begins with
   * a digit or is a usual word of versions ({@code 33.0-jre}, {@code 2.0-M1}, {@code 1.0-rc.2}).
   */
  private static final Pattern VERSION =
      Pattern.compile(
          "(\\d[^-]*(?:-(?:\\d[^-]*|(?i:alpha|beta|rc|cr|m|b|ea|milestone|preview|pre|snapshot|final"
              + "|ga|release|sp|jre|android|incubating|hadoop|spark|scala|public|redhat|build|patch)"
              + "[.\\d]*))*)"
              + "(?:-(.+))?");

  /** Parses the name of a jar of an artifact; empty when it is another artifact's. */
  static Optional<JarName> of(Path jar, String artifact) {
    String file = jar.getFileName().toString();
    String prefix = artifact + "-";
    if (!file.startsWith(prefix) || !file.endsWith(".jar")) {
      return Optional.empty();
    }
    String rest = file.substring(prefix.length(), file.length() - ".jar".length());
    // In a repository the version is the name of the folder above.
    Path folder = jar.getParent() == null ? null : jar.getParent().getFileName();
    if (folder != null && Character.isDigit(rest.isEmpty() ? 'x' : rest.charAt(0))) {
      String version = folder.toString();
      if (rest.equals(version)) {
        return Optional.of(new JarName(version, ""));
      }
      if (rest.startsWith(version + "-")) {
        return Optional.of(new JarName(version, rest.substring(version.length() + 1)));
      }
    }
    Matcher parts = VERSION.matcher(rest);
    return parts.matches()
        ? Optional.of(new JarName(parts.group(1), Optional.ofNullable(parts.group(2)).orElse("")))
        : Optional.empty();
  }
}
