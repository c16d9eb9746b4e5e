package firesteel.app;

import firesteel.api.file.OwnerOnly;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** Locates the files with the lines typed into shells: one for each folder that shells start in. */
final class ShellHistory {
  private ShellHistory() {}

  /**
   * Returns the file of a folder; created when missing, readable by its owner only.
   *
   * @param data Firesteel's data folder
   */
  static Path file(Path data, Path folder) throws IOException {
    String name =
        UUID.nameUUIDFromBytes(folder.toString().getBytes(StandardCharsets.UTF_8)).toString();
    Path file = data.resolve("shell").resolve(name);
    if (!Files.exists(file)) {
      Files.createDirectories(file.getParent());
      Files.createFile(file, OwnerOnly.fileAttributes(file));
    }
    return file;
  }
}
