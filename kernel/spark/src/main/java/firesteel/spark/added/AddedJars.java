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
 * What was added to the class path of cells while the kernel ran: brings it to the executors of the
 * present Spark and of each later one, and makes it known to what looks for services. Thread-safe.
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
   * More jars or class folders.
   *
   * @param cells the loader of cells, which sees them
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
   * From now on this Spark gets the jars, those of before too.
   *
   * @param scratch a folder for jars of class folders
   */
  public synchronized void follow(StartedSpark started, Path scratch) {
    if (spark != null && !spark.isStopped() && spark.isSameApplication(started)) {
      return;
    }
    spark = started;
    folder = scratch;
    names.clear();
    entries.forEach(this::bring);
    if (!entries.isEmpty()) {
      spark.configure(this::configure);
    }
  }

  /** Only beside a Spark that runs here: else nothing has loaded Hadoop yet. */
  private void configure(Configuration configuration) {
    if (hadoop == null) {
      hadoop = new HadoopServices(loader);
    }
    newToHadoop.forEach(hadoop::add);
    newToHadoop.clear();
    hadoop.lookAgain();
    hadoop.addTo(configuration);
  }

  /** All of them, in the order in which they came. */
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

  /** Spark tells jars apart by their files' names, and leaves out a second one of a name. */
  private Path named(Path jar) throws IOException {
    String name = jar.getFileName().toString();
    Path before = names.putIfAbsent(name, jar);
    if (before == null || before.equals(jar)) {
      return jar;
    }
    Path copy = Files.createTempDirectory(folder, "jar-");
    return Files.copy(jar, copy.resolve(copy.getFileName() + "-" + name));
  }

  /** Spark takes no folders. */
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
