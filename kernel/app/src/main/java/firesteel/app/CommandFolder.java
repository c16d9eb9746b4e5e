package firesteel.app;

import java.nio.file.Path;
import java.util.Objects;

/**
 * The folder that a command was called in. For {@code run} it is not the process's: {@code
 * firesteel-java} starts Java in the notebook's folder, as Jupyter starts kernels, and Java can't
 * change it later.
 */
record CommandFolder(Path path) {
  CommandFolder {
    Objects.requireNonNull(path, "path");
  }

  static CommandFolder ofThisProcess() {
    return new CommandFolder(Path.of(System.getProperty("firesteel.folder", "")).toAbsolutePath());
  }

  /** A path as the user meant it: absolute. */
  Path resolve(Path named) {
    return path.resolve(named).normalize();
  }
}
