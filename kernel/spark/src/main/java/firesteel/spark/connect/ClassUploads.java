package firesteel.spark.connect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Artifact;
import org.apache.spark.sql.connect.client.ClassFinder;
import scala.collection.Iterator;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Passes the class files of a folder to the client, which asks before each execution: each file
 * once, because a class never changes under its name. Thread-safe.
 */
final class ClassUploads implements ClassFinder {
  private final Path folder;
  private final Set<Path> sent = new HashSet<>();
  private final Set<Path> onTheWay = new HashSet<>();

  /**
   * Creates it without looking at the folder.
   *
   * @param folder where complete class files are put, as {@code package/Name.class}
   */
  ClassUploads(Path folder) {
    this.folder = folder;
  }

  @Override
  public synchronized Iterator<Artifact> findClasses() {
    List<Artifact> found = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        files.filter(file -> file.toString().endsWith(".class")).forEach(file -> add(found, file));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return CollectionConverters.asScala(found.iterator());
  }

  private void add(List<Artifact> found, Path file) {
    Path name = folder.relativize(file);
    if (!sent.contains(name) && onTheWay.add(name)) {
      found.add(Artifact.newClassArtifact(name, new Artifact.LocalFile(file)));
    }
  }

  /** Notes that an upload has ended; files that were not accepted are passed again. */
  synchronized void sent(boolean taken) {
    if (taken) {
      sent.addAll(onTheWay);
    }
    onTheWay.clear();
  }
}
