package firesteel.jupyter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Writes and removes prebuilt extensions of JupyterLab, which Notebook 7 loads too. Follows the <a
 * href="https://jupyterlab.readthedocs.io/en/stable/extension/extension_dev.html#prebuilt-extensions">developer
 * guide</a>: a folder with a {@code package.json}, beside the kernelspecs' folder in {@code
 * labextensions}.
 */
public final class LabExtensions {
  private LabExtensions() {}

  /**
   * Writes an extension; replaces one of the same name as a whole.
   *
   * @param files the contents of the files by path in the extension's folder, with slashes
   * @param labExtensions the folder of the extensions; created when it is missing
   * @return the extension's folder
   * @throws IOException when it can't be written; the old one is then still there
   */
  public static Path install(String name, Map<String, byte[]> files, Path labExtensions)
      throws IOException {
    Path target = labExtensions.resolve(name);
    FolderReplacement.write(
        target,
        folder -> {
          for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
          }
        });
    return target;
  }

  /**
   * Removes an extension.
   *
   * @return whether it existed
   */
  public static boolean uninstall(String name, Path labExtensions) throws IOException {
    Path target = labExtensions.resolve(name);
    if (!Files.exists(target.resolve("package.json"))) {
      return false;
    }
    FolderReplacement.delete(target);
    return true;
  }
}
