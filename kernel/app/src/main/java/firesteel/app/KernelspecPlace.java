package firesteel.app;

import firesteel.api.process.Programs;
import firesteel.api.settings.UserFolders;
import firesteel.jupyter.KernelSpecs;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The options that select the Jupyter to install the kernel for. */
final class KernelspecPlace {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @ArgGroup private Choice choice = new Choice();

  @Option(
      names = "--python",
      paramLabel = "PYTHON",
      defaultValue = "python3",
      description = "The Python whose environment --sys-prefix uses; by default python3.")
  private String python;

  static final class Choice {
    @SuppressWarnings("UnusedVariable") // The default: that it is there excludes the others.
    @Option(
        names = "--user",
        description = "Uses the user's own folder, for every Jupyter of this user (the default).")
    private boolean user;

    @Option(
        names = "--sys-prefix",
        description = "Uses the Python environment of --python, for all its users.")
    private boolean sysPrefix;

    @Option(
        names = "--prefix",
        paramLabel = "PREFIX",
        description = "Uses the Jupyter below a prefix, such as /usr/local.")
    private Path prefix;
  }

  /** The folder of the kernelspecs. */
  Path kernels() throws IOException, InterruptedException {
    if (choice.prefix != null) {
      return KernelSpecs.prefixKernels(choice.prefix.toAbsolutePath().normalize());
    }
    if (choice.sysPrefix) {
      return KernelSpecs.prefixKernels(sysPrefix(python));
    }
    return KernelSpecs.userKernels(
        System.getenv(), UserFolders.current().home(), System.getProperty("os.name"));
  }

  /** The folder of the extensions of the same Jupyter's JupyterLab. */
  Path labExtensions() throws IOException, InterruptedException {
    return kernels().resolveSibling("labextensions");
  }

  private static Path sysPrefix(String python) throws IOException, InterruptedException {
    String prefix =
        Programs.output(
                List.of(python, "-c", "import sys; print(sys.prefix)"), System.getenv(), PATIENCE)
            .orElse("");
    if (prefix.isEmpty()) {
      throw new IOException("'" + python + "' is no working Python; name another with --python");
    }
    return Path.of(prefix);
  }
}
