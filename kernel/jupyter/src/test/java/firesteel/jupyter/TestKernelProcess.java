package firesteel.jupyter;

import firesteel.engine.JavaSession;
import firesteel.jupyter.client.LocalConnection;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A kernel in a process of its own. */
final class TestKernelProcess implements AutoCloseable {
  private final Process process;

  private TestKernelProcess(Process process) {
    this.process = process;
  }

  /** The process's main class. */
  public static void main(String[] args) throws IOException {
    JupyterKernel.run(Path.of(args[0]), JavaSession.builder().build(), TestKernel.IDENTITY);
    System.exit(0);
  }

  static TestKernelProcess start(LocalConnection connection, long parentPid) throws IOException {
    List<String> command = new ArrayList<>();
    if (isSigintIgnored()) {
      command.addAll(List.of("env", "--default-signal=INT"));
    }
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "-Xmx256m",
            TestKernelProcess.class.getName(),
            connection.file().toString()));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("JPY_PARENT_PID", Long.toString(parentPid));
    builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
    return new TestKernelProcess(builder.start());
  }

  /** A shell starts background processes with SIGINT ignored, and Java keeps that. */
  private static boolean isSigintIgnored() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.isReadable(status)) {
      return false;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("SigIgn:"))
        .anyMatch(line -> (Long.parseLong(line.substring(7).strip(), 16) & 1 << (2 - 1)) != 0);
  }

  void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  boolean endsWithin(int seconds) throws InterruptedException {
    return process.waitFor(seconds, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
