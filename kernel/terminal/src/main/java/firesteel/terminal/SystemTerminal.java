package firesteel.terminal;

import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.InfoCmp;

/** The terminal that the process was started in. */
public final class SystemTerminal {
  /** What nearly all terminals understand; those that a remote machine doesn't know are newer. */
  private static final String USUAL = "xterm-256color";

  /** Held, so that its level stays: JLine would print stack traces on what it can do without. */
  private static final Logger JLINE = Logger.getLogger("org.jline");

  private SystemTerminal() {}

  /**
   * Opens it; to be closed by the caller.
   *
   * @param type what {@code TERM} names; null for nothing
   * @throws IOException when there is none
   */
  public static Terminal open(String type) throws IOException {
    JLINE.setLevel(Level.OFF);
    TerminalBuilder builder = TerminalBuilder.builder().system(true);
    return (type == null || isKnown(type) ? builder : builder.type(USUAL)).build();
  }

  /** Whether this machine can tell what the terminal understands. */
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
