package firesteel.engine;

import firesteel.api.bytecode.CellStopped;
import firesteel.api.session.InputRefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The {@code System.in} of cells: a read asks the frontend for one line when no typed text is left.
 * Thread-safe; the first reader gets the line.
 */
final class CellInput extends InputStream {
  private byte[] line = {};
  private int position;

  @Override
  public synchronized int read() {
    fill();
    return line[position++] & 0xff;
  }

  @Override
  public synchronized int read(byte[] bytes, int offset, int length) {
    if (length == 0) {
      return 0;
    }
    fill();
    int count = Math.min(length, line.length - position);
    System.arraycopy(line, position, bytes, offset, count);
    position += count;
    return count;
  }

  @Override
  public synchronized int available() {
    return line.length - position;
  }

  private void fill() {
    if (position < line.length) {
      return;
    }
    try {
      ExecutingCell cell = ExecutingCell.current().orElseThrow(InputRefusedException::new);
      line = (cell.ask("", false) + "\n").getBytes(StandardCharsets.UTF_8);
      position = 0;
    } catch (InterruptedException e) {
      throw new CellStopped();
    } catch (IOException e) {
      // Unchecked, since java.util.Scanner swallows an IOException.
      throw new UncheckedIOException(e);
    }
  }
}
