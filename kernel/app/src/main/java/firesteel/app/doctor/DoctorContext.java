package firesteel.app.doctor;

import firesteel.api.settings.UserFolders;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What the checks look at.
 *
 * @param environment the environment variables
 * @param folders the user's folders
 * @param state the folder of the private JupyterLab and of archives
 * @param javaScript the script that kernelspecs are to start
 * @param archive the class archive of this Java and these jars; empty when this Java was not
 *     started through the script
 */
public record DoctorContext(
    Map<String, String> environment,
    UserFolders folders,
    Path state,
    Path javaScript,
    Optional<Path> archive) {
  private static final int PATIENCE_SECONDS = 20;

  public DoctorContext {
    environment = Map.copyOf(environment);
    Objects.requireNonNull(folders, "folders");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(javaScript, "javaScript");
    Objects.requireNonNull(archive, "archive");
  }

  /** The file that a build writes at its end; not there in a distribution that was copied. */
  Path built() {
    return javaScript.resolveSibling("..").resolve(".built").normalize();
  }

  /** The value of an environment variable, unless it is unset or blank. */
  Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }

  /** The first executable of a name on PATH. */
  Optional<Path> executable(String name) {
    return Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, name))
        .filter(file -> Files.isExecutable(file) && !Files.isDirectory(file))
        .findFirst();
  }

  /** What a command prints, both streams; empty when it fails, or takes too long. */
  Optional<String> output(List<String> command) {
    try {
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().clear();
      builder.environment().putAll(environment);
      Path printed = Files.createTempFile("firesteel-doctor", ".txt");
      try {
        Process process =
            builder
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(printed.toFile())
                .start();
        boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (!ended) {
          process.destroyForcibly();
        }
        return ended && process.exitValue() == 0
            ? Optional.of(Files.readString(printed, StandardCharsets.UTF_8).strip())
            : Optional.empty();
      } finally {
        Files.deleteIfExists(printed);
      }
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** How to install a tool here, as the launcher says it too: java, maven or python. */
  String install(String tool) {
    try (InputStream in = DoctorContext.class.getResourceAsStream("install-hints.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split("\\|", 3))
          .filter(hint -> hint[0].equals(tool))
          .filter(hint -> hint[1].equals("-") || executable(hint[1]).isPresent())
          .findFirst()
          .orElseThrow()[2];
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
