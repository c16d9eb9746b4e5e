package firesteel.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the launcher script of the checkout, for the commands that the script implements. */
final class Launcher {
  private Launcher() {}

  /**
   * Runs a command of the launcher in this terminal, and waits for its end.
   *
   * @throws IOException when this distribution has no launcher
   */
  static int run(String command, List<String> options) throws IOException, InterruptedException {
    Path launcher =
        Distribution.running()
            .flatMap(Distribution::launcher)
            .filter(Files::isExecutable)
            .orElseThrow(
                () ->
                    new IOException(
                        "'%s' needs Firesteel's checkout; run ./firesteel %s in it"
                            .formatted(command, command)));
    List<String> line = new ArrayList<>(List.of(launcher.toString(), command));
    line.addAll(options);
    return new ProcessBuilder(line).inheritIO().start().waitFor();
  }
}
