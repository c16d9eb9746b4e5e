package firesteel.app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Holds the process's end back when it is asked to end (Ctrl-C, SIGTERM), until the work is stopped
 * and what it made is saved. The exit status then is the signal's: 130 for Ctrl-C, 143 for SIGTERM.
 */
final class StopOnSignal {
  /**
   * Longer than a cell needs to stop and a notebook to be written; a second signal can't shorten
   * it.
   */
  private static final int MAX_WAIT_SECONDS = 15;

  private final CountDownLatch saved = new CountDownLatch(1);
  private final Runnable stop;
  private final Thread hook = new Thread(this::stopAndWait, "stop-on-signal");

  private StopOnSignal(Runnable stop) {
    this.stop = stop;
  }

  /** Begins to listen; from here to {@link #done} is what a signal must wait for. */
  static StopOnSignal of(Runnable stop) {
    StopOnSignal listening = new StopOnSignal(stop);
    Runtime.getRuntime().addShutdownHook(listening.hook);
    return listening;
  }

  private void stopAndWait() {
    try {
      // Again and again, as a cell may begin just when the first call comes.
      for (int second = 0; second < MAX_WAIT_SECONDS; second++) {
        stop.run();
        if (saved.await(1, TimeUnit.SECONDS)) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The work is done and saved. */
  void done() {
    saved.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending: the hook runs, and now returns.
    }
  }
}
