package firesteel.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs a kernel for a Jupyter client. */
@Command(
    name = "kernel",
    description = "Runs a kernel for a Jupyter client; kernelspecs call this.",
    mixinStandardHelpOptions = true)
final class KernelCommand implements Callable<Integer> {
  @Option(
      names = "--connection-file",
      required = true,
      paramLabel = "FILE",
      description = "The connection file, in which the client names the sockets and the key.")
  private Path connectionFile;

  @Override
  public Integer call() {
    return KernelProcess.serve(connectionFile);
  }
}
