package firesteel.spark.added;

import firesteel.spark.master.StartedSpark;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;

/**
 * Sends jars and class folders that were added to the class path of cells to the executors of the
 * current and each later Spark, and makes their services known. Thread-safe.
 */
public final class AddedJars {
  private final List<Path> entries = new ArrayList<>();
  private final Map<String, Path> names = new HashMap<>();
  private final JdbcServices drivers = new JdbcServices();
  private final List<Path> newToHadoop = new ArrayList<>();
  private ClassLoader loader;
  private HadoopServices hadoop;
  private StartedSpark spark;
  private Path folder;

  /**
   * Adds jars or class folders.
   *
   * @param cells the class loader of cells, which sees them
   */
  public synchronized void add(List<Path> more, ClassLoader cells) {
    loader = cells;
    entries.addAll(more);
    newToHadoop.addAll(more);
    more.forEach(entry -> drivers.add(entry, cells));
    if (spark != null && !spark.isStopped()) {
      more.forEach(this::bring);
      spark.configure(this::configure);
    }
  }

  /**
   * Sends the jars to this Spark from now on, including the earlier ones.
   *
   * @param temporaryDirectory a folder for jars of class folders
   */
  public synchronized void follow(StartedSpark started, Path temporaryDirectory) {
    if (spark != null && !spark.isStopped() && spark.isSameApplication(started)) {
      return;
    }
    spark = started;
    folder = temporaryDirectory;
    names.clear();
    entries.forEach(this::bring);
    if (!entries.isEmpty()) {
      spark.configure(this::configure);
    }
  }

  /** Only for a Spark in this process: otherwise nothing has loaded Hadoop yet. */
  private void configure(Configuration configuration) {
    if (hadoop == null) {
      hadoop = new HadoopServices(loader);
    }
    newToHadoop.forEach(hadoop::add);
    newToHadoop.clear();
    hadoop.lookAgain();
    hadoop.addTo(configuration);
  }

  /** Returns all entries, in the order in which they were added. */
  public synchronized List<Path> entries() {
    return List.copyOf(entries);
  }

  private void bring(Path entry) {
    try {
      Path jar = Files.isDirectory(entry) ? packed(entry) : named(entry.toAbsolutePath());
      spark.addJar(jar.toAbsolutePath().toUri().toString());
    } catch (IOException e) {
      throw new UncheckedIOException(entry + " could not be brought to the executors", e);
    }
  }

  /** Spark identifies jars by their files' names, and leaves out a second one of the same name. */
  private Path named(Path jar) throws IOException {
    String name = jar.getFileName().toString();
    Path before = names.putIfAbsent(name, jar);
    if (before == null || before.equals(jar)) {
      return jar;
    }
    Path copy = Files.createTempDirectory(folder, "jar-");
    return Files.copy(jar, copy.resolve(copy.getFileName() + "-" + name));
  }

  /** Packs a class folder into a jar: Spark accepts no folders. */
  private Path packed(Path classes) throws IOException {
    Path jar = Files.createTempFile(folder, "classes-", ".jar");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream archive = new JarOutputStream(out);
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        String name = classes.relativize(file).toString().replace(File.separatorChar, '/');
        archive.putNextEntry(new JarEntry(name));
        Files.copy(file, archive);
        archive.closeEntry();
      }
    }
    return jar;
  }
}
