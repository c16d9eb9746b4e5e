package firesteel.spark.start;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Creates and removes the kernel's temporary directory, for the files that Spark would otherwise
 * leave in the user's folder.
 */
public final class TemporaryDirectory {
  private static final String NAME_START = "firesteel-spark-";

  private final Path folder;

  /** Takes over an existing folder, to remove it. */
  TemporaryDirectory(Path folder) {
    this.folder = folder;
  }

  /** Creates a folder that only this user can read. */
  public static TemporaryDirectory create(Path parent) throws IOException {
    Files.createDirectories(parent);
    String name = NAME_START + ProcessHandle.current().pid() + "-";
    return new TemporaryDirectory(Files.createTempDirectory(parent, name).toAbsolutePath());
  }

  /**
   * Removes the folders beside this one whose processes were killed before they could remove them.
   */
  public void deleteOrphans() {
    try (DirectoryStream<Path> found =
        Files.newDirectoryStream(folder.getParent(), NAME_START + "*-*")) {
      for (Path other : found) {
        String[] parts = other.getFileName().toString().substring(NAME_START.length()).split("-");
        if (parts[0].matches("\\d{1,18}")
            && ProcessHandle.of(Long.parseLong(parts[0])).isEmpty()
            && Files.isDirectory(other, LinkOption.NOFOLLOW_LINKS)
            && Files.isWritable(other)) {
          new TemporaryDirectory(other).delete();
        }
      }
    } catch (IOException e) {
      // The next start tries again.
    }
  }

  /** Returns the folder. */
  public Path folder() {
    return folder;
  }

  /**
   * Removes the folder and all in it. Files that can't be removed stay, and all others are removed:
   * Spark may still be writing, and a library's recursive delete would give up.
   */
  public void delete() {
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              return remove(file);
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException e) {
              return remove(directory);
            }
          });
    } catch (IOException e) {
      // The process is about to end, so nobody can be told and nothing else can be done.
    }
  }

  private static FileVisitResult remove(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      // The rest is removed anyway.
    }
    return FileVisitResult.CONTINUE;
  }
}
