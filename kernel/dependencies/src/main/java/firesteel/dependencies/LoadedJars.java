package firesteel.dependencies;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.slf4j.LoggerFactory;

/**
 * The jars that cells see, by the names of their files: {@code artifact-version.jar}. A jar is
 * opened only when its name may be the one that is looked for. Not thread-safe.
 */
final class LoadedJars {
  private final List<Path> jars = new ArrayList<>();

  /** Starts with the process's own class path. */
  LoadedJars(String classPath) {
    Arrays.stream(classPath.split(File.pathSeparator))
        .filter(entry -> entry.endsWith(".jar"))
        .map(Path::of)
        .forEach(jars::add);
  }

  void add(List<Path> more) {
    jars.addAll(more);
  }

  /**
   * A jar that is loaded.
   *
   * @param version as its file's name has it
   */
  record Loaded(String version, Path jar) {}

  /** The jar of an artifact, in whatever version, that is loaded first. */
  Optional<Loaded> find(Coordinates artifact) {
    String classifier = artifact.classifier().isEmpty() ? "" : "-" + artifact.classifier();
    Pattern name =
        Pattern.compile(
            Pattern.quote(artifact.artifact())
                + "-(\\d[^-]*(?:-.*)?)"
                + Pattern.quote(classifier)
                + "\\.jar");
    for (Path jar : jars) {
      Matcher matcher = name.matcher(jar.getFileName().toString());
      if (matcher.matches() && isOf(jar, artifact)) {
        return Optional.of(new Loaded(matcher.group(1), jar));
      }
    }
    return Optional.empty();
  }

  /** A jar that Maven built says what it is; one that doesn't say is taken by its name. */
  private static boolean isOf(Path jar, Coordinates artifact) {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      String suffix = "/" + artifact.artifact() + "/pom.properties";
      List<String> descriptions =
          zip.stream()
              .map(entry -> entry.getName())
              .filter(entry -> entry.startsWith("META-INF/maven/") && entry.endsWith(suffix))
              .toList();
      return descriptions.isEmpty()
          || descriptions.contains("META-INF/maven/" + artifact.group() + suffix);
    } catch (IOException e) {
      LoggerFactory.getLogger(LoadedJars.class).debug("can't read {}", jar, e);
      return false;
    }
  }
}
