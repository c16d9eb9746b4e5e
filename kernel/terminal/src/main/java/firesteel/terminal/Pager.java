package firesteel.terminal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Map;
import org.jline.builtins.Less;
import org.jline.builtins.Source;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp;
import org.jline.utils.Status;

/** Shows text that is longer or wider than the terminal: with {@code $PAGER}, or JLine's own. */
final class Pager {
  /** What less does unless the user says how: it shows colours, and scrolls sideways. */
  private static final String LESS_OPTIONS = "RS";

  /** What sh ends with when there is no such program. */
  private static final int NOT_FOUND = 127;

  private final Terminal terminal;
  private final Map<String, String> environment;

  Pager(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  /** Shows a text until the user leaves it; a terminal that can't move its cursor prints it. */
  void show(String text) throws IOException, InterruptedException {
    if (terminal.getType().startsWith(Terminal.TYPE_DUMB)) {
      terminal.writer().print(text);
      terminal.flush();
      return;
    }
    Attributes attributes = terminal.getAttributes();
    // Both are in the shell's group of processes: Ctrl-C is the pager's, and must not stop the
    // cell.
    Terminal.SignalHandler before = terminal.handle(Terminal.Signal.INT, signal -> {});
    Status status = Status.getStatus(terminal, false);
    int kept = status == null ? 0 : status.size();
    String named = environment.getOrDefault("PAGER", "");
    try {
      if (kept > 0) {
        status.suspend();
        scrollAllBut(0);
      }
      if (named.isBlank() || !showWith(named, text)) {
        showWithOwn(text);
      }
    } finally {
      if (kept > 0) {
        scrollAllBut(kept);
        status.restore();
      }
      terminal.handle(Terminal.Signal.INT, before);
      terminal.setAttributes(attributes);
    }
  }

  /** A suspended status line still keeps its lines from scrolling; a pager needs them all. */
  private void scrollAllBut(int lines) {
    terminal.puts(InfoCmp.Capability.save_cursor);
    terminal.puts(InfoCmp.Capability.change_scroll_region, 0, terminal.getRows() - 1 - lines);
    terminal.puts(InfoCmp.Capability.restore_cursor);
    terminal.flush();
  }

  /** Returns whether there is such a program. */
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
      // The user left before the end.
    }
    return process.waitFor() != NOT_FOUND;
  }

  /** Null where there is no sh. */
  private static Process start(ProcessBuilder builder) {
    try {
      return builder.start();
    } catch (IOException e) {
      return null;
    }
  }

  private void showWithOwn(String text) throws IOException, InterruptedException {
    Less less = new Less(terminal, Path.of(""));
    less.chopLongLines = true;
    // Less reads it with the default character set.
    ByteArrayInputStream input = new ByteArrayInputStream(text.getBytes(Charset.defaultCharset()));
    less.run(new Source.InputStreamSource(input, true, "output"));
  }
}
