package firesteel.app;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * The folder with this program's files.
 *
 * @param folder the folder that holds {@code lib}, {@code spark} and {@code bin}
 */
record Distribution(Path folder) {
  private static final Path IN_CHECKOUT = Path.of("kernel", "app", "target", "dist");

  Distribution {
    Objects.requireNonNull(folder, "folder");
  }

  /**
   * The running distribution, as {@code firesteel-java} passes it; empty when Java was started
   * without that script.
   */
  static Optional<Distribution> running() {
    return Optional.ofNullable(System.getProperty("firesteel.dist"))
        .map(Path::of)
        .map(Distribution::new);
  }

  /** The script that runs Java. */
  Path javaScript() {
    return folder.resolve("bin").resolve("firesteel-java");
  }

  /** The folder of the jars that resolve dependencies; cells don't see them. */
  Path resolver() {
    return folder.resolve("maven");
  }

  /** The checkout in which it was built; empty for a copy. */
  Optional<Path> checkout() {
    Path root = folder;
    for (int i = 0; i < IN_CHECKOUT.getNameCount() && root != null; i++) {
      root = root.getParent();
    }
    return folder.endsWith(IN_CHECKOUT) ? Optional.ofNullable(root) : Optional.empty();
  }

  /**
   * The folder of what this distribution writes for itself, the private JupyterLab and archives: as
   * {@code firesteel-java} names it, which alone knows the rule.
   */
  Path state() {
    return Optional.ofNullable(System.getProperty("firesteel.state"))
        .map(Path::of)
        .orElseGet(() -> checkout().orElse(folder).resolve(".firesteel"));
  }

  /** The command that the user types to run it. */
  String command() {
    return checkout().isPresent() ? "./firesteel" : "firesteel";
  }

  /** The launcher. */
  Optional<Path> launcher() {
    return checkout().map(root -> root.resolve("firesteel"));
  }

  /** The executable of the running Java, for kernels that should use the same. */
  static Path javaExecutable() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }
}
