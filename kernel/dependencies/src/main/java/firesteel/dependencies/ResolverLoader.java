package firesteel.dependencies;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Loads the resolver when it is first needed, from a folder of jars that only it sees: cells may
 * use other versions of its libraries. Thread-safe.
 */
public final class ResolverLoader {
  private final Optional<Path> folder;
  private DependencyResolver resolver;

  /**
   * Creates a loader.
   *
   * @param folder the folder of the jars; without it the resolver is looked for on the class path
   */
  public ResolverLoader(Optional<Path> folder) {
    this.folder = folder;
  }

  /**
   * Returns the resolver.
   *
   * @throws ResolutionException when there is none
   */
  public synchronized DependencyResolver resolver() throws ResolutionException {
    if (resolver == null) {
      try {
        resolver =
            ServiceLoader.load(DependencyResolver.class, loader())
                .findFirst()
                .orElseThrow(() -> new IOException("no resolver in " + folder));
      } catch (IOException e) {
        throw new ResolutionException(
            "this installation lacks the resolver of dependencies ("
                + e.getMessage()
                + ");"
                + " build it again, or add jars by hand with %jars",
            e);
      }
    }
    return resolver;
  }

  private ClassLoader loader() throws IOException {
    ClassLoader parent = ResolverLoader.class.getClassLoader();
    if (folder.isEmpty() || !Files.isDirectory(folder.get())) {
      return parent;
    }
    List<URL> jars = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder.get(), "*.jar")) {
      for (Path file : files) {
        jars.add(url(file));
      }
    }
    return new URLClassLoader("maven", jars.toArray(URL[]::new), parent);
  }

  private static URL url(Path file) throws MalformedURLException {
    return file.toUri().toURL();
  }
}
