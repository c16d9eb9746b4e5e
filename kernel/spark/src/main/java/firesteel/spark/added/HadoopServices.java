package firesteel.spark.added;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Registers the file systems and codecs of added jars with Hadoop, which looks for their service
 * files only once. Loads Hadoop's classes. Not thread-safe.
 */
final class HadoopServices {
  private static final String CODECS = "io.compression.codecs";

  private final ClassLoader loader;
  private final Map<String, String> fileSystems = new LinkedHashMap<>();
  private final List<String> codecs = new ArrayList<>();

  /**
   * Creates it without any services.
   *
   * @param loader sees the added entries
   */
  HadoopServices(ClassLoader loader) {
    this.loader = loader;
  }

  /** Adds a jar or class folder that the loader sees from now on. */
  void add(Path entry) {
    try {
      for (String name : ServiceFiles.providers(entry, FileSystem.class.getName())) {
        addFileSystem(name);
      }
      codecs.addAll(ServiceFiles.providers(entry, CompressionCodec.class.getName()));
    } catch (IOException e) {
      logger().debug("the services of {} can't be read", entry, e);
    }
  }

  /**
   * Registers a file system by its scheme: so Hadoop takes it from a configuration, in executors
   * too.
   */
  private void addFileSystem(String name) {
    try {
      Object made = loader.loadClass(name).getConstructor().newInstance();
      fileSystems.put("fs." + ((FileSystem) made).getScheme() + ".impl", name);
    } catch (ReflectiveOperationException
        | UnsupportedOperationException
        | ClassCastException
        | LinkageError e) {
      logger().debug("the file system {} can't be loaded", name, e);
    }
  }

  /** Adds the file systems to a Hadoop configuration; what the user has set in it stays. */
  void addTo(Configuration configuration) {
    fileSystems.forEach(
        (key, name) -> {
          if (configuration.get(key) == null) {
            configuration.set(key, name);
          }
        });
    if (!codecs.isEmpty()) {
      Set<String> all = new LinkedHashSet<>(configuration.getTrimmedStringCollection(CODECS));
      all.addAll(codecs);
      configuration.set(CODECS, String.join(",", all));
    }
  }

  /**
   * Makes Hadoop look again for file systems and for classes that it did not find before, which it
   * remembers for each loader.
   */
  void lookAgain() {
    try {
      Object cache = field(Configuration.class, "CACHE_CLASSES").get(null);
      synchronized (cache) {
        ((Map<?, ?>) cache).clear();
      }
      if (!fileSystems.isEmpty()) {
        field(FileSystem.class, "FILE_SYSTEMS_LOADED").set(null, false);
        loadFileSystems();
      }
    } catch (ReflectiveOperationException | ClassCastException e) {
      logger().warn("Hadoop may not find the classes of added jars", e);
    }
  }

  private void loadFileSystems() {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      FileSystem.getFileSystemClass("file", new Configuration(false));
    } catch (IOException e) {
      logger().debug("Hadoop's file systems can't be loaded", e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static Field field(Class<?> type, String name) throws NoSuchFieldException {
    Field field = type.getDeclaredField(name);
    field.setAccessible(true);
    return field;
  }

  private static Logger logger() {
    return LoggerFactory.getLogger(HadoopServices.class);
  }
}
