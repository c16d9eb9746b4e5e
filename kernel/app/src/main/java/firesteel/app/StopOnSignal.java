package firesteel.app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Delays the end of the process after a signal (Ctrl-C, SIGTERM) until the work is stopped and its
 * results are saved. The exit status is that of the signal: 130 for Ctrl-C, 143 for SIGTERM.
 */
final class StopOnSignal {
  /**
   * The maximum delay: longer than it takes to stop a cell and to write a notebook; a second signal
   * can't shorten it.
   */
  private static final int MAX_WAIT_SECONDS = 15;

  private final CountDownLatch saved = new CountDownLatch(1);
  private final Runnable stop;
  private final Thread hook = new Thread(this::stopAndWait, "stop-on-signal");

  private StopOnSignal(Runnable stop) {
    this.stop = stop;
  }

  /** Starts to listen for signals; they wait until {@link #done} is called. */
  static StopOnSignal of(Runnable stop) {
    StopOnSignal listening = new StopOnSignal(stop);
    Runtime.getRuntime().addShutdownHook(listening.hook);
    return listening;
  }

  private void stopAndWait() {
    try {
      // Repeatedly, as a cell may start just after the first call.
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

  /** Called when the work is done and saved. */
  void done() {
    saved.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending: the hook is running, and returns now.
    }
  }
}
