package firesteel.jupyter.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.channels.SelectableChannel;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Wakes a thread that polls sockets: a ZeroMQ socket may be used by its owner only, a pipe by all.
 */
final class Wakeup implements AutoCloseable {
  private final Pipe pipe;
  private final AtomicBoolean ringing = new AtomicBoolean();

  Wakeup() throws IOException {
    pipe = Pipe.open();
    pipe.source().configureBlocking(false);
    pipe.sink().configureBlocking(false);
  }

  /** What the sleeping thread polls for reading. */
  SelectableChannel channel() {
    return pipe.source();
  }

  /** Wakes the thread, or keeps it from falling asleep. Any thread; cheap when it is awake. */
  void ring() {
    if (ringing.compareAndSet(false, true)) {
      try {
        pipe.sink().write(ByteBuffer.wrap(new byte[] {1}));
      } catch (IOException closed) {
        // The owner is gone: nobody is left to be woken.
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
