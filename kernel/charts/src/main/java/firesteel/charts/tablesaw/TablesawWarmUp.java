package firesteel.charts.tablesaw;

import firesteel.api.session.IdleMonitor;
import firesteel.charts.jsplot.JsplotFigures;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.LoggerFactory;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.api.Histogram;

/**
 * Initializes Tablesaw in the background: its first table scans the whole class path, which takes
 * seconds. Waits for a pause after the first cells, and never delays them. Thread-safe.
 */
public final class TablesawWarmUp implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final AtomicReference<Thread> thread = new AtomicReference<>();

  /**
   * Held while Tablesaw's types are initialized: they initialize each other, and two threads that
   * begin with different ones would deadlock.
   */
  private final Object types = new Object();

  /**
   * Waits while the types are being initialized, which takes milliseconds; called by a cell that is
   * about to run.
   */
  public void awaitTypes() {
    synchronized (types) {
      // Initialized or not begun: this thread sees all of them or none.
    }
  }

  /** Requests the warm-up; later calls do nothing. */
  public void want(IdleMonitor idleMonitor) {
    if (thread.get() == null) {
      Thread warmUp = new Thread(() -> run(idleMonitor), "tablesaw-warm-up");
      warmUp.setDaemon(true);
      warmUp.setPriority(Thread.MIN_PRIORITY);
      if (thread.compareAndSet(null, warmUp)) {
        warmUp.start();
      }
    }
  }

  private void run(IdleMonitor idleMonitor) {
    try {
      do {
        idleMonitor.await(PAUSE);
      } while (!makeTypes(idleMonitor));
      warmUp();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // The session ends.
    } catch (RuntimeException | LinkageError e) {
      // The user's first table fails in the same way, and reports it.
      LoggerFactory.getLogger(TablesawWarmUp.class).debug("Tablesaw's warm-up failed", e);
    }
  }

  private boolean makeTypes(IdleMonitor idleMonitor) {
    synchronized (types) {
      return idleMonitor.isIdle() && ColumnType.values().length > 0;
    }
  }

  /** Draws a chart of a table: what a user's first one needs. */
  private static void warmUp() {
    Table.create("warm-up");
    JsplotFigures.read(Histogram.create("warm-up", new double[] {1}));
  }

  @Override
  public void close() {
    Thread running = thread.get();
    if (running != null) {
      running.interrupt();
    }
  }
}
