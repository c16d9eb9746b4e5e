package firesteel.engine;

import java.time.Duration;
import org.slf4j.LoggerFactory;

/**
 * Readies Java and completion while the user pauses. A cell that comes before this does it by
 * itself, and sooner when nothing runs beside it.
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
      // It has ended; if not, the user's first completion has the same trouble.
      LoggerFactory.getLogger(JavaWarmUp.class).debug("the warm-up failed", e);
    }
  }
}
