package firesteel.spark.warehouse;

import firesteel.api.file.AtomicFileWriter;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/**
 * The folder of the tables, and the file in it that describes them. Kernels of one folder share it:
 * each reads the file again when another has replaced it, and holds a lock while it changes it.
 * Confined to the thread that holds the catalog's monitor.
 */
final class WarehouseFolder {
  private static final String CONTENT = ".firesteel-catalog.json";
  private static final String LOCK = ".firesteel-catalog.lock";

  /** Distinguishes one state of the file from the next. */
  private record Stamp(FileTime modified, long size, Object key) {}

  private final Path folder;
  private final Path file;
  private CatalogJson json;
  private Stamp seen;

  /** Creates it without touching the folder. */
  WarehouseFolder(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
    this.file = this.folder.resolve(CONTENT);
  }

  Path path() {
    return folder;
  }

  /** Returns a folder's location as Spark writes it: with one slash, and none at the end. */
  static URI uri(Path folder) {
    String text = folder.toUri().toString().replaceFirst("^file:/+", "file:/");
    return URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
  }

  /** Whether the file differs from the one that was read or written last. */
  boolean hasChanged() {
    Stamp now = stamp();
    return now == null ? seen != null : !now.equals(seen);
  }

  /**
   * Reads the file; an empty content when there is none.
   *
   * @throws IOException when the file can't be understood
   */
  CatalogContent read() throws IOException {
    seen = stamp();
    try {
      return json().read(Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      return CatalogContent.EMPTY;
    }
  }

  /** Replaces the file as a whole. */
  void write(CatalogContent content) throws IOException {
    Files.createDirectories(folder);
    AtomicFileWriter.write(file, json().write(content));
    seen = stamp();
  }

  /** Moves away a file that can't be understood, so that nothing in it is lost. */
  void setAside() throws IOException {
    Files.move(file, folder.resolve(CONTENT + ".unread"), StandardCopyOption.REPLACE_EXISTING);
  }

  /** Locks the file against other kernels, where the file system has locks. Creates the folder. */
  Optional<FileChannel> lock() throws IOException {
    Files.createDirectories(folder);
    FileChannel channel =
        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.lock();
      if (lock.isValid()) {
        return Optional.of(channel);
      }
    } catch (IOException | OverlappingFileLockException e) {
      // Some network file systems have no locks; within one process there is one live catalog.
    }
    channel.close();
    return Optional.empty();
  }

  private CatalogJson json() {
    if (json == null) {
      json = new CatalogJson(folder);
    }
    return json;
  }

  private Stamp stamp() {
    try {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      return new Stamp(now.lastModifiedTime(), now.size(), now.fileKey());
    } catch (IOException e) {
      return null; // There is no file.
    }
  }
}
