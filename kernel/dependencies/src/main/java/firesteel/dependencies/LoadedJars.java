package firesteel.dependencies;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.slf4j.LoggerFactory;

/**
 * Knows the jars that cells see. Those of requests are known by their coordinates; others are
 * identified by the name of the file, {@code artifact-version[-classifier].jar}. Opens a jar only
 * when its name may be the wanted one. Not thread-safe.
 */
final class LoadedJars {
  private final Map<Path, Optional<Coordinates>> jars = new LinkedHashMap<>();

  /** Starts with the process's own class path. */
  LoadedJars(String classPath) {
    add(
        Arrays.stream(classPath.split(File.pathSeparator))
            .filter(entry -> entry.endsWith(".jar"))
            .map(Path::of)
            .toList());
  }

  /** Adds files that are identified only by their names. */
  void add(List<Path> more) {
    more.forEach(file -> jars.putIfAbsent(file, Optional.empty()));
  }

  /** Adds a jar of a request. */
  void add(ResolvedJar jar) {
    jars.put(jar.file(), Optional.of(jar.coordinates()));
  }

  /**
   * A loaded jar.
   *
   * @param version the version in its coordinates or its file's name
   */
  record Loaded(String version, Path jar) {}

  /**
   * Finds the loaded jar of an artifact with the same classifier, in any version; the first on the
   * class path.
   */
  Optional<Loaded> find(Coordinates artifact) {
    for (Map.Entry<Path, Optional<Coordinates>> entry : jars.entrySet()) {
      Path jar = entry.getKey();
      Optional<String> version =
          entry.getValue().isPresent()
              ? entry.getValue().filter(artifact::isSameArtifact).flatMap(Coordinates::version)
              : JarName.of(jar, artifact.artifact())
                  .filter(name -> name.classifier().equals(artifact.classifier()))
                  .filter(name -> isOf(jar, artifact))
                  .map(JarName::version);
      if (version.isPresent()) {
        return Optional.of(new Loaded(version.get(), jar));
      }
    }
    return Optional.empty();
  }

  /**
   * Whether a jar is of an artifact: by the coordinates that Maven wrote into it, or by its name
   * when it has none.
   */
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
