package firesteel.jupyter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.io.FileUtils;

/**
 * Replaces a folder as a whole, so that a Jupyter that reads it meanwhile never sees an incomplete
 * folder.
 */
final class FolderReplacement {
  /** Writes the files of a new folder. */
  @FunctionalInterface
  interface Filler {
    /** Writes the files into a folder. */
    void fill(Path folder) throws IOException;
  }

  private FolderReplacement() {}

  /**
   * Writes a folder.
   *
   * @throws IOException when it can't be written; the old one is then still there
   */
  static void write(Path target, Filler filler) throws IOException {
    Path parent = target.getParent();
    Files.createDirectories(parent);
    Path fresh = Files.createTempDirectory(parent, "." + target.getFileName() + "-new-");
    Path old = parent.resolve(fresh.getFileName().toString().replace("-new-", "-old-"));
    try {
      openToAll(fresh);
      filler.fill(fresh);
      boolean replaces = Files.exists(target, LinkOption.NOFOLLOW_LINKS);
      if (replaces) {
        Files.move(target, old);
      }
      try {
        Files.move(fresh, target);
      } catch (IOException e) {
        if (replaces) {
          Files.move(old, target);
        }
        throw e;
      }
    } finally {
      delete(fresh);
      delete(old);
    }
  }

  /** Lets everybody read a folder, since a temporary folder is readable by its owner only. */
  private static void openToAll(Path folder) throws IOException {
    var view = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
    if (view != null) {
      view.setPermissions(PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  /**
   * Deletes a folder with its contents, or a link to a folder; does nothing when it doesn't exist.
   */
  static void delete(Path folder) throws IOException {
    if (Files.isSymbolicLink(folder)) {
      Files.delete(folder);
    } else {
      FileUtils.deleteDirectory(folder.toFile());
    }
  }
}
