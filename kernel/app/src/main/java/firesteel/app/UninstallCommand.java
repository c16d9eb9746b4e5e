package firesteel.app;

import firesteel.charts.LabRenderer;
import firesteel.jupyter.KernelSpec;
import firesteel.jupyter.KernelSpecs;
import firesteel.jupyter.LabExtensions;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Removes the kernelspec, and the JupyterLab extension that draws charts. */
@Command(
    name = "uninstall",
    description = {
      "Removes what 'install' with the same options wrote.",
      "An installed Firesteel also removes what it prepared for itself (class archives, logs, the private"
          + " JupyterLab), unless a place is named."
    },
    mixinStandardHelpOptions = true)
final class UninstallCommand implements Callable<Integer> {
  @Mixin private KernelspecPlace place;

  @Option(
      names = "--all",
      description =
          "Also remove what all Firesteels of yours keep: history, settings, logs, fetched Sparks"
              + " (where Firesteel is installed).")
  private boolean all;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if (all) { // The launcher of an installed Firesteel takes it.
      throw new ParameterException(
          spec.commandLine(), "--all is for an installed Firesteel, and this one runs in a clone.");
    }
    Path kernels = place.kernels();
    boolean removed = KernelSpecs.uninstall(KernelSpec.FIRESTEEL, kernels);
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        removed
            ? "Removed the kernel from " + kernels
            : "The kernel is not installed in " + kernels + "; nothing to remove");
    if (LabExtensions.uninstall(LabRenderer.NAME, place.labExtensions())) {
      out.println("Removed what draws its charts from " + place.labExtensions());
    }
    return 0;
  }
}
