package firesteel.magics.data;

import firesteel.api.error.MagicException;
import firesteel.api.magic.MagicContext;
import firesteel.api.settings.UserFolders;
import firesteel.data.Dataset;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folders in which generated tables are kept, one for each dataset, seed, number of rows and
 * version of the generators: {@code VERSION/income-seed2023-rows4824}. Only one process at a time
 * changes such a folder; others wait.
 *
 * @param folder the folder of all versions; may not exist
 * @param version the version of the generators
 */
record DataCache(Path folder, String version) {
  /** Returns the cache of the user that runs this process. */
  static DataCache ofUser() throws IOException {
    return new DataCache(
        UserFolders.current().cache().resolve("data"), GeneratorVersion.of(Dataset.class));
  }

  /**
   * What {@link #clean} did.
   *
   * @param bytes the size of what was deleted
   * @param inUse the names of entries that others are making, which stay
   */
  record Cleaned(long bytes, List<String> inUse) {}

  /** Work with an entry that nobody else changes meanwhile. */
  @FunctionalInterface
  interface Work {
    void run() throws Exception;
  }

  /** Returns the folder of a table and its truth. */
  Path entry(Dataset dataset, long seed, long rows) {
    return folder
        .resolve(version)
        .resolve("%s-seed%d-rows%d".formatted(dataset.name(), seed, rows));
  }

  /**
   * Works with an entry, after other processes that do.
   *
   * @throws MagicException when another cell of this process works with it
   */
  void locked(Path entry, MagicContext context, Work work) throws Exception {
    Files.createDirectories(entry.getParent());
    try (FileChannel channel = open(entry);
        FileLock lock = lock(channel, context)) {
      assert lock.isValid();
      work.run();
    }
  }

  /** Opens the file whose lock is the entry's; it stays, because others may wait for it. */
  private static FileChannel open(Path entry) throws IOException {
    return FileChannel.open(
        entry.resolveSibling(entry.getFileName() + ".lock"),
        StandardOpenOption.CREATE,
        StandardOpenOption.WRITE);
  }

  private static FileLock lock(FileChannel channel, MagicContext context) throws Exception {
    try {
      FileLock lock = channel.tryLock();
      if (lock == null) {
        context.println("Another Firesteel makes these rows; this one waits for it.");
        lock = channel.lock();
      }
      return lock;
    } catch (OverlappingFileLockException e) {
      throw new MagicException("another cell makes these rows; run this one when that is done", e);
    }
  }

  /**
   * Deletes entries of all versions.
   *
   * @param name the name of the dataset; empty for all
   */
  Cleaned clean(String name) throws IOException {
    long bytes = 0;
    List<String> inUse = new ArrayList<>();
    for (Path entry : entries(name)) {
      try (FileChannel channel = open(entry);
          FileLock lock = channel.tryLock()) {
        if (lock != null) {
          bytes += size(entry);
          delete(entry);
          continue;
        }
      } catch (OverlappingFileLockException e) {
        // A cell of this process works with it.
      }
      inUse.add(entry.getFileName().toString());
    }
    return new Cleaned(bytes, inUse);
  }

  private List<Path> entries(String name) throws IOException {
    List<Path> entries = new ArrayList<>();
    for (Path ofVersion : children(folder)) {
      for (Path entry : children(ofVersion)) {
        if (entry.getFileName().toString().startsWith(name.isEmpty() ? "" : name + "-seed")) {
          entries.add(entry);
        }
      }
    }
    return entries;
  }

  private static List<Path> children(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children.filter(Files::isDirectory).sorted().toList();
    }
  }

  private static long size(Path folder) throws IOException {
    long[] bytes = {0};
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            bytes[0] += attributes.size();
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE; // Another process works with it.
            }
            throw e;
          }
        });
    return bytes[0];
  }

  private static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, IOException e)
              throws IOException {
            if (e != null) {
              throw e;
            }
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
