package firesteel.app;

import firesteel.jupyter.KernelSpec;
import firesteel.jupyter.KernelSpecs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Writes the kernelspec. */
@Command(
    name = "install",
    description =
        "Makes the Java kernel known to a Jupyter of your own (JupyterLab, VS Code, nbconvert).",
    mixinStandardHelpOptions = true)
final class InstallCommand implements Callable<Integer> {
  @Mixin private KernelspecPlace place;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Distribution distribution =
        Distribution.running()
            .orElseThrow(() -> new IOException("run this through ./firesteel install"));
    Path folder = KernelSpecs.install(kernelSpec(distribution), place.kernels());
    spec.commandLine()
        .getOut()
        .println("Installed the kernel " + KernelSpec.FIRESTEEL_DISPLAY_NAME + " in " + folder);
    return 0;
  }

  /** The kernelspec that starts a distribution with the Java that runs now. */
  static KernelSpec kernelSpec(Distribution distribution) {
    return KernelSpec.firesteel(
        List.of(
            distribution.javaScript().toString(),
            "kernel",
            "--connection-file",
            "{connection_file}"),
        Map.of("FIRESTEEL_JAVA", Distribution.javaExecutable().toString()));
  }
}
