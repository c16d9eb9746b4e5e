package firesteel.terminal;

import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jline.utils.Status;

/**
 * JLine's line editor, changed so that it doesn't redraw a line that was already read. A change of
 * the terminal's size is handled on another thread; when it comes just before Enter, JLine draws
 * the line a second time, and the output of the cell lands in that line.
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

  /** Moves the status line to the new last line of the terminal. */
  private void resizeStatus() {
    Status status = Status.getStatus(terminal, false);
    if (status != null) {
      status.resize(terminal.getBufferSize());
      status.redraw();
    }
  }
}
