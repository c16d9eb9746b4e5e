package firesteel.terminal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Map;
import org.jline.builtins.Less;
import org.jline.builtins.Source;
import org.jline.terminal.Terminal;

/** Shows text that is longer or wider than the terminal, with {@code $PAGER} or JLine's pager. */
final class Pager {
  /** The default options of less: it shows colours, and scrolls sideways. */
  private static final String LESS_OPTIONS = "RS";

  /** The exit status of sh when a program doesn't exist. */
  private static final int NOT_FOUND = 127;

  private final Terminal terminal;
  private final TerminalModes modes;
  private final Map<String, String> environment;

  Pager(Terminal terminal, TerminalModes modes, Map<String, String> environment) {
    this.terminal = terminal;
    this.modes = modes;
    this.environment = environment;
  }

  /**
   * Shows a text until the user leaves the pager; prints it on a terminal that can't move its
   * cursor.
   */
  void show(String text) throws IOException, InterruptedException {
    if (terminal.getType().startsWith(Terminal.TYPE_DUMB)) {
      terminal.writer().print(text);
      terminal.flush();
      return;
    }
    String named = environment.getOrDefault("PAGER", "");
    modes.giveTo(() -> named.isBlank() || !showWith(named, text) ? showWithOwn(text) : null);
  }

  /** Shows a text with a pager program; returns false when it doesn't exist. */
  private boolean showWith(String pager, String text) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder("sh", "-c", pager)
            .redirectOutput(ProcessBuilder.Redirect.INHERIT)
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().putIfAbsent("LESS", LESS_OPTIONS);
    terminal.flush();
    Process process = start(builder);
    if (process == null) {
      return false;
    }
    try (OutputStream input = process.getOutputStream()) {
      input.write(text.getBytes(Charset.defaultCharset()));
    } catch (IOException e) {
      // The user left the pager before the end.
    }
    return process.waitFor() != NOT_FOUND;
  }

  /** Starts a process; null when there is no sh. */
  private static Process start(ProcessBuilder builder) {
    try {
      return builder.start();
    } catch (IOException e) {
      return null;
    }
  }

  private Void showWithOwn(String text) throws IOException, InterruptedException {
    Less less = new Less(terminal, Path.of(""));
    less.chopLongLines = true;
    // Less reads it with the default character set.
    ByteArrayInputStream input = new ByteArrayInputStream(text.getBytes(Charset.defaultCharset()));
    less.run(new Source.InputStreamSource(input, true, "output"));
    return null;
  }
}
