package firesteel.terminal;

import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.InfoCmp;

/** Opens the terminal that the process was started in. */
public final class SystemTerminal {
  /**
   * The type that nearly all terminals understand; used for newer types that this machine doesn't
   * know.
   */
  private static final String USUAL = "xterm-256color";

  /**
   * A strong reference, so that the level stays set: otherwise JLine prints stack traces for
   * optional features.
   */
  private static final Logger JLINE = Logger.getLogger("org.jline");

  private SystemTerminal() {}

  /**
   * Opens the terminal, which the caller closes.
   *
   * @param type the value of {@code TERM}; null when unset
   * @throws IOException when there is no terminal
   */
  public static Terminal open(String type) throws IOException {
    JLINE.setLevel(Level.OFF);
    TerminalBuilder builder = TerminalBuilder.builder().system(true);
    return (type == null || isKnown(type) ? builder : builder.type(USUAL)).build();
  }

  /** Returns whether this machine knows the terminal type. */
  private static boolean isKnown(String type) {
    try {
      return InfoCmp.getInfoCmp(type) != null;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
