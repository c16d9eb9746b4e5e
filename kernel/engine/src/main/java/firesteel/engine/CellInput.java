package firesteel.engine;

import firesteel.api.bytecode.CellStopped;
import firesteel.api.session.InputRefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * {@code System.in} of cells: each read that finds nothing left asks the frontend for one line.
 * Thread-safe; a line belongs to whoever reads first.
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
      // Unchecked, or java.util.Scanner would hide the reason.
      throw new UncheckedIOException(e);
    }
  }
}
