package firesteel.engine.magic;

import firesteel.api.error.MagicException;
import firesteel.api.process.ProcessTree;
import firesteel.api.session.CellOutputs;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Runs shell commands and streams their output to a cell. */
final class ShellCommandRunner {
  private final SessionEnvironment environment;

  ShellCommandRunner(SessionEnvironment environment) {
    this.environment = environment;
  }

  /**
   * Runs a command to its end, with nothing on its standard input.
   *
   * @throws MagicException when it can't start or ends with a status other than 0
   * @throws InterruptedException when the calling thread is interrupted; the command and all
   *     processes that it started are then ended
   */
  void run(String command, Path folder, CellOutputs outputs)
      throws MagicException, InterruptedException {
    // Closed on an interrupt only: what a command leaves in the background goes on otherwise.
    ProcessTree tree = start(command, folder);
    ProcessOutputReader out = startReader(tree.root().getInputStream(), outputs::stdout, "out of ");
    ProcessOutputReader err = startReader(tree.root().getErrorStream(), outputs::stderr, "err of ");
    try {
      int status = tree.waitFor();
      out.awaitEnd();
      err.awaitEnd();
      if (status != 0) {
        throw new MagicException(failure(command, status));
      }
    } catch (InterruptedException e) {
      tree.close();
      throw e;
    }
  }

  private ProcessTree start(String command, Path folder) throws MagicException {
    if (!Files.isDirectory(folder)) {
      throw new MagicException(
          "the working directory " + folder + " does not exist any more; change it with %cd");
    }
    ProcessBuilder builder = new ProcessBuilder(List.of(shell(), "-c", command));
    builder.directory(folder.toFile());
    builder.redirectInput(new File("/dev/null"));
    environment.applyTo(builder.environment());
    try {
      return ProcessTree.start(builder);
    } catch (IOException e) {
      throw new MagicException("the shell can't be started: " + e.getMessage(), e);
    }
  }

  private static String shell() {
    return Stream.of("/bin/bash", "/usr/bin/bash", "/usr/local/bin/bash")
        .filter(path -> Files.isExecutable(Path.of(path)))
        .findFirst()
        .orElse("/bin/sh");
  }

  private static ProcessOutputReader startReader(
      InputStream from, Consumer<String> to, String name) {
    ProcessOutputReader reader = new ProcessOutputReader(from, to);
    Thread thread = new Thread(reader, "shell " + name + Thread.currentThread().getName());
    thread.setDaemon(true);
    thread.start();
    return reader;
  }

  private static String failure(String command, int status) {
    String first = command.strip().lines().findFirst().orElse("");
    String shown = first.length() > 60 ? first.substring(0, 60) + "…" : first;
    if (!shown.equals(command.strip())) {
      shown += shown.endsWith("…") ? "" : " …";
    }
    String meaning =
        switch (status) {
          case 126 -> " (a command that can't be executed)";
          case 127 -> " (a command that was not found)";
          case 137 -> " (killed, perhaps because memory ran out)";
          default -> "";
        };
    return "the shell command ended with status " + status + meaning + ": " + shown;
  }
}
