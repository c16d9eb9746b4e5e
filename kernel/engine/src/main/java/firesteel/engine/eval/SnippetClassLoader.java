package firesteel.engine.eval;

import firesteel.api.table.TableReader;
import firesteel.api.table.TableReaderSource;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;

/**
 * Loads the classes that snippets compile to, and the jars that were added while the session runs.
 * Thread-safe.
 */
public final class SnippetClassLoader extends URLClassLoader implements TableReaderSource {
  static {
    registerAsParallelCapable();
  }

  private final ConcurrentNavigableMap<String, byte[]> classFiles = new ConcurrentSkipListMap<>();

  private final Supplier<List<TableReader>> tableReaders;

  /**
   * Creates a loader.
   *
   * @param parent the loader of the classes that cells may use
   * @param tableReaders the readers of plug-ins with loaders of their own
   */
  public SnippetClassLoader(ClassLoader parent, Supplier<List<TableReader>> tableReaders) {
    super("firesteel-snippets", new URL[0], parent);
    this.tableReaders = tableReaders;
  }

  @Override
  public List<TableReader> tableReaders() {
    return tableReaders.get();
  }

  /**
   * Adds a class; it is defined on first use, so that the classes of a batch may refer to each
   * other.
   */
  void declare(String name, byte[] classFile) {
    classFiles.put(name, classFile);
  }

  /** Returns the bytes of a declared class and its nested classes, by name. */
  Map<String, byte[]> classFiles(String name) {
    Map<String, byte[]> found = new HashMap<>(classFiles.subMap(name + "$", name + "%"));
    byte[] own = classFiles.get(name);
    if (own != null) {
      found.put(name, own);
    }
    return found;
  }

  void addEntry(Path entry) {
    try {
      addURL(entry.toUri().toURL());
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException("not a class path entry: " + entry, e);
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] classFile = classFiles.get(name);
    if (classFile == null) {
      return super.findClass(name);
    }
    return defineClass(name, classFile, 0, classFile.length);
  }

  /**
   * Returns snippet classes as resources too, because Spark's closure cleaner and others read class
   * files.
   */
  @Override
  public InputStream getResourceAsStream(String name) {
    if (name.endsWith(".class")) {
      String className = name.substring(0, name.length() - ".class".length()).replace('/', '.');
      byte[] classFile = classFiles.get(className);
      if (classFile != null) {
        return new ByteArrayInputStream(classFile);
      }
    }
    return super.getResourceAsStream(name);
  }
}
