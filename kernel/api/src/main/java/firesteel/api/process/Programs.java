package firesteel.api.process;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The programs of this machine. */
public final class Programs {
  private Programs() {}

  /**
   * The first executable file of a name on {@code PATH}.
   *
   * @param environment variables by name, as {@link System#getenv()} gives them
   */
  public static Optional<Path> onPath(String name, Map<String, String> environment) {
    for (String folder : environment.getOrDefault("PATH", "").split(File.pathSeparator)) {
      if (folder.isEmpty()) {
        continue;
      }
      try {
        Path file = Path.of(folder, name);
        if (Files.isRegularFile(file) && Files.isExecutable(file)) {
          return Optional.of(file);
        }
      } catch (InvalidPathException e) {
        return Optional.empty(); // What is no path names no program.
      }
    }
    return Optional.empty();
  }

  /**
   * Returns what a program prints on its standard output, without white space around it; empty when
   * it can't be started, ends with another status than 0, or takes too long. Its standard input is
   * empty.
   *
   * @param environment all the variables that it gets
   * @param limit how long it may take; it is ended then
   * @throws InterruptedException when the calling thread is interrupted; the program is ended then
   */
  public static Optional<String> output(
      List<String> command, Map<String, String> environment, Duration limit)
      throws InterruptedException {
    try {
      // Not a pipe, which a child in the background could keep open.
      Path printed = Files.createTempFile("firesteel-output", ".txt");
      try {
        ProcessBuilder builder =
            new ProcessBuilder(command)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(printed.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(environment);
        try (ProcessTree tree = ProcessTree.start(builder)) {
          OptionalInt status = tree.waitFor(limit);
          return status.equals(OptionalInt.of(0))
              ? Optional.of(Files.readString(printed, StandardCharsets.UTF_8).strip())
              : Optional.empty();
        }
      } finally {
        Files.deleteIfExists(printed);
      }
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
