package firesteel.app.plugin;

import firesteel.engine.plugin.PluginFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The jars of a plug-in that is to be added: a jar, a folder of jars, or a zip file of one.
 *
 * @param file what the user named
 */
record PluginFiles(Path file) {
  private static final Pattern VERSIONED = Pattern.compile("(.+?)-(\\d.*)");

  /** Jars may stand in {@code NAME/lib/}, as builds pack them. */
  private static final int MAX_DEPTH = 3;

  /** The name that the file's own suggests. */
  String name() {
    Matcher versioned = VERSIONED.matcher(stem());
    return versioned.matches() ? versioned.group(1) : stem();
  }

  /** The version in the file's name; empty when there is none. */
  String version() {
    Matcher versioned = VERSIONED.matcher(stem());
    return versioned.matches() ? versioned.group(2) : "";
  }

  private String stem() {
    return file.getFileName().toString().replaceFirst("(?i)\\.(jar|zip)$", "");
  }

  /**
   * Copies the jars and what is said of them.
   *
   * @throws IOException when it is nothing of the kind; the message says what is expected
   */
  Properties copyTo(Path folder) throws IOException {
    if (Files.isDirectory(file)) {
      return copyFolder(file, folder);
    }
    String name = file.getFileName().toString();
    if (name.endsWith(".jar")) {
      Files.copy(file, folder.resolve(name));
      return PluginFolder.inJar(file).orElseGet(Properties::new);
    }
    if (name.endsWith(".zip")) {
      try (FileSystem zip = FileSystems.newFileSystem(file)) {
        return copyFolder(zip.getPath("/"), folder);
      } catch (ProviderNotFoundException | IOException e) {
        throw new PluginException(file + " can't be read: " + e.getMessage(), e);
      }
    }
    throw new PluginException(
        file + " is no plug-in: that is a .jar, a folder of jars, or a .zip of one");
  }

  private Properties copyFolder(Path from, Path to) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(from, MAX_DEPTH)) {
      files = walk.filter(Files::isRegularFile).toList();
    }
    Properties said = new Properties();
    boolean any = false;
    for (Path each : files) {
      String name = each.getFileName().toString();
      if (name.equals(PluginFolder.PROPERTIES)) {
        try (InputStream in = Files.newInputStream(each)) {
          said.load(in);
        }
      } else if (name.endsWith(".jar")) {
        if (Files.exists(to.resolve(name))) {
          throw new PluginException("two files in " + file + " are called " + name);
        }
        Files.copy(each, to.resolve(name));
        any = true;
      }
    }
    if (!any) {
      throw new PluginException("there is no jar in " + file);
    }
    return said.isEmpty() ? new PluginFolder(to).properties() : said;
  }
}
