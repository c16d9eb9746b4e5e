package firesteel.engine.magic;

import firesteel.api.error.MagicException;
import firesteel.api.session.CellOutputs;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Runs shell commands, their output streamed to a cell as it comes. */
final class ShellCommandRunner {
  private static final int POLITE_MILLIS = 400;

  private final SessionEnvironment environment;

  ShellCommandRunner(SessionEnvironment environment) {
    this.environment = environment;
  }

  /**
   * Runs a command to its end, with nothing on its standard input.
   *
   * @throws MagicException when it can't start or ends with a status other than 0
   * @throws InterruptedException when the calling thread is interrupted; the command and all that
   *     it started are ended then
   */
  void run(String command, Path folder, CellOutputs outputs)
      throws MagicException, InterruptedException {
    Process process = start(command, folder);
    ProcessOutputReader out = pump(process.getInputStream(), outputs::stdout, "out of ");
    ProcessOutputReader err = pump(process.getErrorStream(), outputs::stderr, "err of ");
    try {
      int status = process.waitFor();
      out.awaitEnd();
      err.awaitEnd();
      if (status != 0) {
        throw new MagicException(failure(command, status));
      }
    } catch (InterruptedException e) {
      endTree(process);
      throw e;
    }
  }

  private Process start(String command, Path folder) throws MagicException {
    if (!Files.isDirectory(folder)) {
      throw new MagicException(
          "the working directory " + folder + " does not exist any more; change it with %cd");
    }
    ProcessBuilder builder = new ProcessBuilder(List.of(shell(), "-c", command));
    builder.directory(folder.toFile());
    builder.redirectInput(new File("/dev/null"));
    environment.applyTo(builder.environment());
    try {
      return builder.start();
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

  private static ProcessOutputReader pump(InputStream from, Consumer<String> to, String name) {
    ProcessOutputReader pump = new ProcessOutputReader(from, to);
    Thread thread = new Thread(pump, "shell " + name + Thread.currentThread().getName());
    thread.setDaemon(true);
    thread.start();
    return pump;
  }

  /** Asks the whole tree to end, and makes it end when it doesn't. */
  private static void endTree(Process process) {
    List<ProcessHandle> tree =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    tree.forEach(ProcessHandle::destroy);
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(POLITE_MILLIS);
    boolean interruptedAgain = false;
    for (ProcessHandle member : tree) {
      try {
        member.onExit().get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
      } catch (InterruptedException e) {
        interruptedAgain = true;
      } catch (ExecutionException | TimeoutException e) {
        // not gone in time: ended below
        member.descendants().forEach(ProcessHandle::destroyForcibly);
        member.destroyForcibly();
      }
    }
    tree.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroyForcibly);
    if (interruptedAgain) {
      Thread.currentThread().interrupt();
    }
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
          case 137 -> " (killed, perhaps for want of memory)";
          default -> "";
        };
    return "the shell command ended with status " + status + meaning + ": " + shown;
  }
}
