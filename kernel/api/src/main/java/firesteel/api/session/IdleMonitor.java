package firesteel.api.session;

import java.time.Duration;

/**
 * Lets background work wait until no cell runs, so that it doesn't take processor time from cells,
 * or go on after an interrupt. Thread-safe.
 */
public interface IdleMonitor {
  /** Whether no cell runs now. */
  boolean isIdle();

  /**
   * Waits until no cell has run for a while. A session in which none has run at all is idle.
   *
   * @throws InterruptedException when the calling thread is interrupted, as at the session's end
   */
  void await(Duration pause) throws InterruptedException;
}
