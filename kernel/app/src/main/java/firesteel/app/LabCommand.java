package firesteel.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Opens JupyterLab. The launcher script implements it, so that no Java process runs between the
 * terminal and the Jupyter server; this class has the help, and calls the launcher when the command
 * was started in another way.
 */
@Command(
    name = "lab",
    description = {
      "Opens JupyterLab with the Java kernel, on the notebook that lists the others.",
      "The first time it is set up in a private Python environment below .firesteel/lab; Jupyter's"
          + " settings of your own are respected and left as they are. Ctrl-C ends it and its"
          + " kernels."
    },
    mixinStandardHelpOptions = true)
final class LabCommand implements Callable<Integer> {
  @Option(names = "--no-browser", description = "Prints the address and opens no browser.")
  private boolean noBrowser;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "The port to listen on; by default 8888 or the next free one.")
  private Integer port;

  @Parameters(
      arity = "0..1",
      paramLabel = "DIR",
      description =
          "The folder to open; by default Firesteel's own notebooks: those of the clone, or your"
              + " copy of an installation's, in ~/firesteel-notebooks.")
  private Path folder;

  @Override
  public Integer call() throws Exception {
    List<String> options = new ArrayList<>();
    if (noBrowser) {
      options.add("--no-browser");
    }
    if (port != null) {
      options.addAll(List.of("--port", port.toString()));
    }
    if (folder != null) {
      options.add(folder.toString());
    }
    return Launcher.run("lab", options);
  }
}
