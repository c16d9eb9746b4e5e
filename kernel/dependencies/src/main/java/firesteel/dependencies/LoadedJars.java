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
 * The jars that cells see. Those that requests brought are known by their coordinates; of others
 * the name of the file, {@code artifact-version[-classifier].jar}, has to tell. A jar is opened
 * only when its name may be the one that is looked for. Not thread-safe.
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

  /** Files that are known by their names alone. */
  void add(List<Path> more) {
    more.forEach(file -> jars.putIfAbsent(file, Optional.empty()));
  }

  /** A jar that a request brought. */
  void add(ResolvedJar jar) {
    jars.put(jar.file(), Optional.of(jar.coordinates()));
  }

  /**
   * A jar that is loaded.
   *
   * @param version as its coordinates or its file's name have it
   */
  record Loaded(String version, Path jar) {}

  /** The jar of an artifact with the same classifier, in whatever version, that is loaded first. */
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
