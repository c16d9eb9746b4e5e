package firesteel.app;

import firesteel.charts.LabRenderer;
import firesteel.jupyter.KernelSpec;
import firesteel.jupyter.KernelSpecs;
import firesteel.jupyter.LabExtensions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Installs the kernelspec, and the JupyterLab extension that draws charts. */
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
    Path renderer =
        LabExtensions.install(
            LabRenderer.NAME, LabRenderer.files(new Version().firesteel()), place.labExtensions());
    PrintWriter out = spec.commandLine().getOut();
    out.println("Installed the kernel " + KernelSpec.FIRESTEEL_DISPLAY_NAME + " in " + folder);
    out.println("Installed what draws its charts in JupyterLab and Notebook 7 in " + renderer);
    return 0;
  }

  /** Returns the kernelspec that starts a distribution with the running Java. */
  static KernelSpec kernelSpec(Distribution distribution) {
    return KernelSpec.firesteel(
        List.of(
            distribution.javaScript().toString(),
            "kernel",
            "--connection-file",
            "{connection_file}"),
        environment());
  }

  private static Map<String, String> environment() {
    Map<String, String> environment = new TreeMap<>();
    environment.put("FIRESTEEL_JAVA", Distribution.javaExecutable().toString());
    // Where a wheel, which has no Spark, finds it.
    Optional.ofNullable(System.getenv("FIRESTEEL_PYSPARK"))
        .ifPresent(folder -> environment.put("FIRESTEEL_PYSPARK", folder));
    return environment;
  }
}
