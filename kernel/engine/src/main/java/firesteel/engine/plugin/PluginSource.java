package firesteel.engine.plugin;

import java.io.Closeable;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

/**
 * Where plug-ins come from: the class path, a folder of {@code plugins/}, or jars that a cell
 * added.
 *
 * @param title what messages call it
 * @param loader finds the lists of services, and loads their classes
 * @param folder the plug-in that has a class loader of its own; empty for all else
 */
record PluginSource(String title, ClassLoader loader, Optional<PluginFolder> folder)
    implements Closeable {
  private static final List<String> SERVICE_LISTS =
      Arrays.stream(PluginKind.values())
          .map(kind -> "META-INF/services/" + kind.type().getName())
          .toList();

  /** Returns what the kernel itself was started with. */
  static PluginSource classPath(ClassLoader kernel) {
    return new PluginSource("the class path", kernel, Optional.empty());
  }

  /**
   * Returns a folder; its jars are opened.
   *
   * @throws IOException when it can't be read or has no jar; the message says why
   */
  static PluginSource folder(PluginFolder plugin, ClassLoader kernel) throws IOException {
    List<Path> jars = plugin.jars();
    if (jars.isEmpty()) {
      throw new IOException("there is no jar in " + plugin.folder());
    }
    for (Path jar : jars) {
      requireJar(jar); // A URLClassLoader would pass it over in silence.
    }
    String needs = plugin.properties().getProperty(PluginFolder.NEEDS, "").strip();
    if (!needs.matches("(spark)?")) {
      throw new IOException(
          PluginFolder.NEEDS + "=" + needs + " is not known to this version; it can be spark");
    }
    ClassLoader own =
        new PluginClassLoader(plugin.name(), urls(jars), kernel, needs.equals("spark"));
    return new PluginSource("the plug-in " + plugin.name(), own, Optional.of(plugin));
  }

  private static void requireJar(Path jar) throws IOException {
    try {
      new JarFile(jar.toFile()).close();
    } catch (IOException e) {
      throw new IOException(jar.getFileName() + " can't be read: " + e.getMessage(), e);
    }
  }

  /**
   * Jars and class folders that cells see; empty when they bring nothing of a plug-in.
   *
   * @param cells loads their classes
   */
  static Optional<PluginSource> added(List<Path> entries, ClassLoader cells) throws IOException {
    for (Path entry : entries) {
      if (hasServices(entry)) {
        String title =
            entries.stream()
                .limit(3)
                .map(path -> path.getFileName().toString())
                .collect(Collectors.joining(", "));
        return Optional.of(
            new PluginSource(title, new ServiceLists(urls(entries), cells), Optional.empty()));
      }
    }
    return Optional.empty();
  }

  private static boolean hasServices(Path entry) throws IOException {
    if (Files.isDirectory(entry)) {
      return SERVICE_LISTS.stream().anyMatch(name -> Files.isRegularFile(entry.resolve(name)));
    }
    if (!Files.isRegularFile(entry)) {
      return false;
    }
    try (JarFile jar = new JarFile(entry.toFile())) {
      return SERVICE_LISTS.stream().anyMatch(name -> jar.getEntry(name) != null);
    }
  }

  private static URL[] urls(List<Path> entries) throws IOException {
    URL[] urls = new URL[entries.size()];
    for (int i = 0; i < urls.length; i++) {
      urls[i] = entries.get(i).toUri().toURL();
    }
    return urls;
  }

  /** Closes the jars that were opened here; the kernel's class path stays. */
  @Override
  public void close() throws IOException {
    if (folder.isPresent() || loader instanceof ServiceLists) {
      ((Closeable) loader).close();
    }
  }

  /** Lists of services in some jars; the classes that they name are another loader's. */
  private static final class ServiceLists extends URLClassLoader {
    private final ClassLoader classes;

    ServiceLists(URL[] urls, ClassLoader classes) {
      super(urls, null);
      this.classes = classes;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      return classes.loadClass(name);
    }

    @Override
    public URL getResource(String name) {
      return findResource(name);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
      return findResources(name);
    }
  }
}
