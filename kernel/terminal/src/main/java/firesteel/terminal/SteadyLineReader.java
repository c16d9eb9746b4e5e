package firesteel.terminal;

import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jline.utils.Status;

/**
 * JLine's editor of a line, which doesn't draw the line again once it was read. A terminal's change
 * of size is handled on another thread; where it came just before Enter, JLine draws the line a
 * second time behind it, and what the cell prints stands in that line.
 */
final class SteadyLineReader extends LineReaderImpl {
  SteadyLineReader(Terminal terminal) {
    super(terminal, "firesteel", null);
  }

  @Override
  protected void handleSignal(Terminal.Signal signal) {
    lock.lock();
    try {
      if (reading) {
        super.handleSignal(signal);
      } else if (signal == Terminal.Signal.WINCH) {
        resizeStatus();
      }
    } finally {
      lock.unlock();
    }
  }

  /** The last line has a place of its own, which is another one now. */
  private void resizeStatus() {
    Status status = Status.getStatus(terminal, false);
    if (status != null) {
      status.resize(terminal.getBufferSize());
      status.redraw();
    }
  }
}
