package firesteel.engine.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * A folder of {@code plugins/}: jars that one class loader loads, and perhaps a file {@value
 * #PROPERTIES} with {@code version}, {@code origin} and {@code needs}. A jar may have that file in
 * itself, as {@value #IN_JAR}.
 *
 * @param folder its name is the plug-in's
 */
public record PluginFolder(Path folder) {
  /** The file beside the jars. */
  public static final String PROPERTIES = "plugin.properties";

  /** The same inside of a jar. */
  public static final String IN_JAR = "META-INF/firesteel/plugin.properties";

  /** Where it came from: a file's name, or Maven coordinates. */
  public static final String ORIGIN = "origin";

  /** Its version. */
  public static final String VERSION = "version";

  /** What it sees beside the API: {@code spark}. */
  public static final String NEEDS = "needs";

  /** A copy that is being added, or a plug-in that is being removed, begins with this. */
  public static final String HIDDEN = ".";

  /**
   * The plug-ins in a folder, sorted by name; none when there is no such folder.
   *
   * @throws IOException when it can't be read
   */
  public static List<PluginFolder> in(Path plugins) throws IOException {
    List<PluginFolder> found = new ArrayList<>();
    if (Files.isDirectory(plugins)) {
      try (DirectoryStream<Path> folders =
          Files.newDirectoryStream(plugins, PluginFolder::isPlugin)) {
        folders.forEach(folder -> found.add(new PluginFolder(folder)));
      }
      found.sort((a, b) -> a.name().compareTo(b.name()));
    }
    return found;
  }

  private static boolean isPlugin(Path folder) {
    return Files.isDirectory(folder) && !folder.getFileName().toString().startsWith(HIDDEN);
  }

  /** The plug-in's name. */
  public String name() {
    return folder.getFileName().toString();
  }

  /**
   * Its jars, sorted.
   *
   * @throws IOException when the folder can't be read
   */
  public List<Path> jars() throws IOException {
    List<Path> jars = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.jar")) {
      files.forEach(jars::add);
    }
    jars.sort(null);
    return jars;
  }

  /**
   * Returns what is said of it: beside the jars, or else in the first of them that says something.
   *
   * @throws IOException when it can't be read, or a jar is none
   */
  public Properties properties() throws IOException {
    Path file = folder.resolve(PROPERTIES);
    if (Files.isRegularFile(file)) {
      try (InputStream in = Files.newInputStream(file)) {
        return read(in);
      }
    }
    for (Path jar : jars()) {
      Optional<Properties> inside = inJar(jar);
      if (inside.isPresent()) {
        return inside.get();
      }
    }
    return new Properties();
  }

  /**
   * Returns what a jar says of the plug-in that it is.
   *
   * @throws IOException when it is no jar; the message names it
   */
  public static Optional<Properties> inJar(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      JarEntry entry = file.getJarEntry(IN_JAR);
      if (entry == null) {
        return Optional.empty();
      }
      try (InputStream in = file.getInputStream(entry)) {
        return Optional.of(read(in));
      }
    } catch (IOException e) {
      throw new IOException(jar.getFileName() + " can't be read: " + e.getMessage(), e);
    }
  }

  private static Properties read(InputStream in) throws IOException {
    Properties properties = new Properties();
    try {
      properties.load(in);
    } catch (IllegalArgumentException e) {
      throw new IOException(PROPERTIES + " is not well formed: " + e.getMessage(), e);
    }
    return properties;
  }
}
