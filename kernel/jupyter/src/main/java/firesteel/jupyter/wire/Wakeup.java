package firesteel.jupyter.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.channels.SelectableChannel;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Wakes a thread that polls sockets: only its owner may use a ZeroMQ socket, but any thread may
 * write to a pipe.
 */
final class Wakeup implements AutoCloseable {
  private final Pipe pipe;
  private final AtomicBoolean ringing = new AtomicBoolean();

  Wakeup() throws IOException {
    pipe = Pipe.open();
    pipe.source().configureBlocking(false);
    pipe.sink().configureBlocking(false);
  }

  /** The channel that the sleeping thread polls for reading. */
  SelectableChannel channel() {
    return pipe.source();
  }

  /**
   * Wakes the thread, or keeps it from falling asleep. May be called by any thread; cheap when it
   * is awake.
   */
  void ring() {
    if (ringing.compareAndSet(false, true)) {
      try {
        pipe.sink().write(ByteBuffer.wrap(new byte[] {1}));
      } catch (IOException closed) {
        // The owner has ended, so there is no thread to wake.
      }
    }
  }

  /** Called by the woken thread before it looks for work. */
  void clear() {
    try {
      pipe.source().read(ByteBuffer.allocate(8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ringing.set(false);
  }

  @Override
  public void close() throws IOException {
    pipe.sink().close();
    pipe.source().close();
  }
}
