package firesteel.data.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.sql.SparkSession;

/** The file system that a table is on, as this process sees it. */
final class TableFiles {
  private static final String URL = "[a-zA-Z][a-zA-Z0-9+.-]+:/.*";

  private final FileSystem system;

  private TableFiles(FileSystem system) {
    this.system = system;
  }

  /**
   * Returns the absolute path of a folder. A path without a scheme is on the session's usual file
   * system.
   */
  static Path absolute(SparkSession spark, String folder) throws IOException {
    if (folder.matches(URL)) {
      return new Path(folder);
    }
    FileSystem usual = FileSystem.get(configuration(spark));
    return usual instanceof LocalFileSystem
        ? new Path(
            "file", null, java.nio.file.Path.of(folder).toAbsolutePath().normalize().toString())
        : usual.makeQualified(new Path(folder));
  }

  /** Returns the file system of a path. */
  static TableFiles of(SparkSession spark, Path path) throws IOException {
    FileSystem system = path.getFileSystem(configuration(spark));
    // Its files of checksums have no use here.
    return new TableFiles(
        system instanceof LocalFileSystem local ? local.getRawFileSystem() : system);
  }

  private static Configuration configuration(SparkSession spark) {
    return spark instanceof org.apache.spark.sql.classic.SparkSession
        ? spark.sparkContext().hadoopConfiguration()
        : new Configuration();
  }

  boolean exists(Path path) throws IOException {
    return system.exists(path);
  }

  /** Returns the names in a folder; none when there is no such folder. */
  List<String> names(Path folder) throws IOException {
    List<String> names = new ArrayList<>();
    try {
      for (FileStatus status : system.listStatus(folder)) {
        names.add(status.getPath().getName());
      }
    } catch (FileNotFoundException e) {
      return List.of();
    }
    return names;
  }

  /** Returns the files of data below a folder, with their sizes: no hidden ones. */
  List<LocatedFileStatus> data(Path folder) throws IOException {
    List<LocatedFileStatus> found = new ArrayList<>();
    if (!system.exists(folder)) {
      return found;
    }
    int depth = folder.depth();
    for (RemoteIterator<LocatedFileStatus> i = system.listFiles(folder, true); i.hasNext(); ) {
      LocatedFileStatus file = i.next();
      if (!isHidden(file.getPath(), depth)) {
        found.add(file);
      }
    }
    return found;
  }

  private static boolean isHidden(Path path, int depth) {
    for (Path part = path; part.depth() > depth; part = part.getParent()) {
      if (part.getName().startsWith("_") || part.getName().startsWith(".")) {
        return true;
      }
    }
    return false;
  }

  Optional<String> read(Path file) throws IOException {
    try (InputStream in = system.open(file)) {
      return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (FileNotFoundException e) {
      return Optional.empty();
    }
  }

  /** Writes a file, which is there whole or not at all. */
  void write(Path file, String text) throws IOException {
    Path begun = new Path(file.getParent(), "_" + file.getName() + ".tmp");
    try (OutputStream out = system.create(begun, true)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    move(begun, file);
  }

  void makeFolder(Path folder) throws IOException {
    if (!system.mkdirs(folder)) {
      throw new IOException(folder + " can't be made");
    }
  }

  /** Moves a file or folder in place of what is there. */
  void move(Path from, Path to) throws IOException {
    system.delete(to, true);
    if (!system.rename(from, to)) {
      throw new IOException(from + " can't be renamed to " + to);
    }
  }

  void delete(Path path) throws IOException {
    system.delete(path, true);
  }

  /** Returns the free bytes where a folder is or will be; a very large number without a limit. */
  long free(Path folder) throws IOException {
    Path existing = folder;
    while (!existing.isRoot() && !system.exists(existing)) {
      existing = existing.getParent();
    }
    return system.getStatus(existing).getRemaining();
  }

  /** Returns the path as users write it: without a scheme on this machine. */
  static String shown(Path path) {
    return "file".equals(path.toUri().getScheme()) ? path.toUri().getPath() : path.toString();
  }
}
