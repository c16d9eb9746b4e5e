package firesteel.engine;

import firesteel.api.session.IdleMonitor;
import java.time.Duration;

/**
 * Lets background work wait until no cell runs, so that it doesn't take processor time from cells,
 * or go on after an interrupt. Thread-safe.
 */
public final class CellIdleMonitor implements IdleMonitor {
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

  @Override
  public synchronized boolean isIdle() {
    return running == 0;
  }

  @Override
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
