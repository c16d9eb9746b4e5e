package firesteel.terminal;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.TerminalGraphics;
import org.jline.terminal.impl.TerminalGraphicsManager;

/** Draws images with the protocols of kitty, iTerm2 and sixel. */
final class TerminalImages {
  private static final int KITTY_CHUNK = 4096;

  /** The approximate width of a column; terminals don't report it. */
  private static final int PIXELS_PER_COLUMN = 10;

  private static final int MAX_COLUMNS = 90;

  private final Terminal terminal;
  private Optional<TerminalGraphics> protocol;

  TerminalImages(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Returns whether the terminal can show images; it is queried once. */
  synchronized boolean areShown() {
    if (protocol == null) {
      // A multiplexer inherits its terminal's variables, but doesn't pass images on.
      boolean direct =
          terminal.getenv("TMUX") == null
              && terminal.getenv("STY") == null
              && !terminal.getType().startsWith("screen")
              && !terminal.getType().startsWith("tmux")
              && !terminal.getType().startsWith(Terminal.TYPE_DUMB);
      protocol = direct ? TerminalGraphicsManager.getBestProtocol(terminal) : Optional.empty();
    }
    return protocol.isPresent();
  }

  /**
   * Returns the text that shows an image.
   *
   * @param png the bytes of a PNG
   */
  String of(byte[] png) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    if (image == null) {
      throw new IOException("no PNG");
    }
    int fitting = Math.min(MAX_COLUMNS, Math.max(1, terminal.getColumns() - 1));
    int columns = Math.max(1, Math.min(fitting, image.getWidth() / PIXELS_PER_COLUMN));
    TerminalGraphics graphics = protocol.orElseThrow();
    switch (graphics.getProtocol()) {
      case KITTY:
        return kitty(png, columns);
      case SIXEL:
        int width = Math.min(image.getWidth(), columns * PIXELS_PER_COLUMN);
        int height = Math.max(1, (int) ((long) image.getHeight() * width / image.getWidth()));
        return graphics.convertImage(
            image, new TerminalGraphics.ImageOptions().width(width).height(height));
      default:
        return graphics.convertImage(image, new TerminalGraphics.ImageOptions().width(columns));
    }
  }

  /**
   * Returns the image in kitty's protocol, scaled to a number of columns, and in chunks: JLine
   * writes a single one, whose size kitty limits.
   */
  private static String kitty(byte[] png, int columns) {
    String data = Base64.getEncoder().encodeToString(png);
    StringBuilder text = new StringBuilder();
    for (int start = 0; start < data.length(); start += KITTY_CHUNK) {
      int end = Math.min(data.length(), start + KITTY_CHUNK);
      text.append("\u001b_G");
      text.append(start == 0 ? "a=T,f=100,q=2,c=" + columns + "," : "");
      text.append("m=").append(end < data.length() ? 1 : 0).append(';');
      text.append(data, start, end).append("\u001b\\");
    }
    return text.toString();
  }

  /** Runs slow work that Ctrl-C can interrupt, even after the cell has ended. */
  <T> T interruptibly(Callable<T> work) throws Exception {
    Thread thread = Thread.currentThread();
    Terminal.SignalHandler before =
        terminal.handle(Terminal.Signal.INT, Terminal.SignalHandler.SIG_IGN);
    terminal.handle(
        Terminal.Signal.INT,
        signal -> {
          before.handle(signal);
          thread.interrupt();
        });
    try {
      return work.call();
    } finally {
      terminal.handle(Terminal.Signal.INT, before);
      Thread.interrupted(); // The cell tracks its interrupt itself.
    }
  }
}
