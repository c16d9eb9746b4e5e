package firesteel.app;

import firesteel.api.session.Session;
import firesteel.terminal.Shell;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** Runs a shell for the warm-up: types a few cells into a virtual terminal. */
final class WarmUpShell {
  /** The typed keys; they end with Ctrl-D. */
  private static final String KEYS =
      "1 + 1\rint shell(int x) {\rreturn x;\r}\r%%sql\rselect 2 as two;\r\"a\".sub\t\u0003\u0004";

  private WarmUpShell() {}

  /**
   * Types the cells and waits until all have run.
   *
   * @param folder the folder for the history
   */
  static void run(Session session, Path folder) throws IOException {
    try (Terminal terminal =
        TerminalBuilder.builder()
            .system(false)
            .type("xterm-256color")
            .streams(
                new ByteArrayInputStream(KEYS.getBytes(StandardCharsets.UTF_8)),
                OutputStream.nullOutputStream())
            .build()) {
      new Shell(
              session,
              terminal,
              new Shell.Settings(
                  "warm-up",
                  folder.resolve("shell"),
                  () -> "status",
                  List::of,
                  true,
                  new ShellCharts()))
          .run();
    }
  }
}
