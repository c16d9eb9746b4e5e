package firesteel.engine;

import java.time.Duration;
import org.slf4j.LoggerFactory;

/**
 * Prepares Java and completion while no cell runs. An earlier cell prepares what it needs itself,
 * and is faster when nothing runs beside it.
 */
final class JavaWarmUp implements Runnable {
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final JavaSetup java;
  private final CellAssist assist;
  private final CellIdleMonitor idleMonitor;

  JavaWarmUp(JavaSetup java, CellAssist assist, CellIdleMonitor idleMonitor) {
    this.java = java;
    this.assist = assist;
    this.idleMonitor = idleMonitor;
  }

  @Override
  public void run() {
    try {
      java.evaluator();
      idleMonitor.await(PAUSE);
      java.warmUp();
      idleMonitor.await(PAUSE);
      assist.warmUp();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // The session ends.
    } catch (IllegalStateException e) {
      // The session has ended; otherwise the user's first completion shows the same error.
      LoggerFactory.getLogger(JavaWarmUp.class).debug("the warm-up failed", e);
    }
  }
}
