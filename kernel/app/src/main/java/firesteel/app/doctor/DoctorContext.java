package firesteel.app.doctor;

import firesteel.api.process.Programs;
import firesteel.api.process.SystemPackage;
import firesteel.api.settings.UserFolders;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The environment that the checks examine.
 *
 * @param environment the environment variables
 * @param folders the user's folders
 * @param state the folder of the private JupyterLab and of archives
 * @param javaScript the script that kernelspecs should start
 * @param archive the class archive of this Java and these jars; empty when this Java was not
 *     started through the script
 */
public record DoctorContext(
    Map<String, String> environment,
    UserFolders folders,
    Path state,
    Path javaScript,
    Optional<Path> archive) {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  public DoctorContext {
    environment = Map.copyOf(environment);
    Objects.requireNonNull(folders, "folders");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(javaScript, "javaScript");
    Objects.requireNonNull(archive, "archive");
  }

  /** The file that a build writes at its end; missing in a copied distribution. */
  Path built() {
    return javaScript.resolveSibling("..").resolve(".built").normalize();
  }

  /** Returns the value of an environment variable; empty when it is unset or blank. */
  Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }

  /** Returns the first executable with a name on PATH. */
  Optional<Path> executable(String name) {
    return Programs.onPath(name, environment);
  }

  /** Returns what a command prints; empty when it fails, or takes too long. */
  Optional<String> output(List<String> command) {
    try {
      return Programs.output(command, environment, PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** Returns how to install a package, with the machine's package manager when it is known. */
  String howToInstall(SystemPackage wanted) {
    return wanted.howToInstall(environment);
  }
}
