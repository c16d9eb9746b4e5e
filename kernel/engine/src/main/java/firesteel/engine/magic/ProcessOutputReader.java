package firesteel.engine.magic;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Copies the output of a process to a cell as it arrives, without splitting characters. */
final class ProcessOutputReader implements Runnable {
  private static final int CHUNK = 8192;
  private static final long QUIET_MILLIS = 500;

  private final InputStream from;
  private final Consumer<String> to;
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile long chunks;

  ProcessOutputReader(InputStream from, Consumer<String> to) {
    this.from = from;
    this.to = to;
  }

  @Override
  @SuppressWarnings("NonAtomicVolatileUpdate") // This thread alone counts.
  public void run() {
    // the reader keeps the bytes of a character that is cut between two reads
    try (Reader reader = new InputStreamReader(from, StandardCharsets.UTF_8)) {
      char[] chunk = new char[CHUNK];
      for (int n = reader.read(chunk); n >= 0; n = reader.read(chunk)) {
        to.accept(new String(chunk, 0, n));
        chunks++;
      }
    } catch (IOException e) {
      // the process was ended and its pipe closed: there is no more to come
    } finally {
      ended.countDown();
    }
  }

  /**
   * Waits until all output is copied. When a background process keeps the pipe open, this returns
   * once no output has arrived for a while; later output is still shown.
   */
  void awaitEnd() throws InterruptedException {
    long seen;
    do {
      seen = chunks;
    } while (!ended.await(QUIET_MILLIS, TimeUnit.MILLISECONDS) && seen != chunks);
  }
}
