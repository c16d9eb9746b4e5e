package firesteel.spark.start;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Lets background work wait until the user pauses: it would take the processor from the cells that
 * run, and after an interrupt a user expects silence.
 */
public final class Idleness {
  private final BooleanSupplier busy;
  private long since = System.nanoTime();

  /**
   * Counts from now on.
   *
   * @param busy whether a cell runs
   */
  public Idleness(BooleanSupplier busy) {
    this.busy = busy;
  }

  /** A cell has started or ended. */
  public synchronized void changed() {
    since = System.nanoTime();
    notifyAll();
  }

  /** Waits until no cell has run for a while. */
  public synchronized void await(Duration pause) throws InterruptedException {
    while (true) {
      long missing = pause.toMillis() - (System.nanoTime() - since) / 1_000_000;
      if (busy.getAsBoolean()) {
        wait();
      } else if (missing > 0) {
        wait(missing);
      } else {
        return;
      }
    }
  }
}
