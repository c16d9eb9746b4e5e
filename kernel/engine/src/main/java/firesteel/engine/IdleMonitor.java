package firesteel.engine;

import java.time.Duration;

/**
 * Lets background work wait until the user pauses: it would take the processor from the cells that
 * run, and after an interrupt a user expects silence. Thread-safe.
 */
public final class IdleMonitor {
  private boolean untouched = true;
  private int running;
  private long since = System.nanoTime();

  synchronized void cellStarted() {
    untouched = false;
    running++;
  }

  synchronized void cellFinished() {
    running--;
    since = System.nanoTime();
    notifyAll();
  }

  /** Whether no cell runs now. */
  public synchronized boolean isIdle() {
    return running == 0;
  }

  /**
   * Waits until no cell has run for a while. A session in which none has run at all is idle.
   *
   * @throws InterruptedException when the calling thread is interrupted, as at the session's end
   */
  public synchronized void await(Duration pause) throws InterruptedException {
    while (!untouched) {
      long missing = pause.toMillis() - (System.nanoTime() - since) / 1_000_000;
      if (running > 0) {
        wait();
      } else if (missing > 0) {
        wait(missing);
      } else {
        return;
      }
    }
  }
}
