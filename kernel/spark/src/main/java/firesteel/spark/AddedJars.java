package firesteel.spark;

import firesteel.spark.start.StartedSpark;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * What was added to the class path of cells while the kernel ran: brings it to the executors of the
 * present Spark and of each later one. Thread-safe.
 */
final class AddedJars {
  private final List<Path> entries = new ArrayList<>();
  private StartedSpark spark;
  private Path folder;

  /** More jars or class folders. */
  synchronized void add(List<Path> more) {
    entries.addAll(more);
    if (spark != null && !spark.isStopped()) {
      more.forEach(this::bring);
    }
  }

  /**
   * From now on this Spark gets the jars, those of before too.
   *
   * @param scratch a folder for jars of class folders
   */
  synchronized void follow(StartedSpark started, Path scratch) {
    if (spark != null && !spark.isStopped() && spark.isSameApplication(started)) {
      return;
    }
    spark = started;
    folder = scratch;
    entries.forEach(this::bring);
  }

  private void bring(Path entry) {
    try {
      Path jar = Files.isDirectory(entry) ? packed(entry) : entry;
      spark.addJar(jar.toAbsolutePath().toUri().toString());
    } catch (IOException e) {
      throw new UncheckedIOException(entry + " could not be brought to the executors", e);
    }
  }

  /** Spark takes no folders. */
  private Path packed(Path classes) throws IOException {
    Path jar = Files.createTempFile(folder, "classes-", ".jar");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream archive = new JarOutputStream(out);
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        String name = classes.relativize(file).toString().replace(java.io.File.separatorChar, '/');
        archive.putNextEntry(new JarEntry(name));
        Files.copy(file, archive);
        archive.closeEntry();
      }
    }
    return jar;
  }
}
