package firesteel.app;

import java.nio.file.Path;
import java.util.Objects;

/**
 * The folder in which the user called a command. For {@code run} it differs from the process's
 * working directory: {@code firesteel-java} starts Java in the notebook's folder, as Jupyter does
 * for kernels, and Java can't change it later.
 */
record CommandFolder(Path path) {
  CommandFolder {
    Objects.requireNonNull(path, "path");
  }

  static CommandFolder ofThisProcess() {
    return new CommandFolder(Path.of(System.getProperty("firesteel.folder", "")).toAbsolutePath());
  }

  /** Resolves a path against this folder. */
  Path resolve(Path named) {
    return path.resolve(named).normalize();
  }
}
