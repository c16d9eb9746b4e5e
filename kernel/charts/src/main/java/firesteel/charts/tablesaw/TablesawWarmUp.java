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
 * Makes Tablesaw ready in the background: its first table looks through all of the class path,
 * which takes seconds. Waits for a pause after the first cells, and never delays them. Thread-safe.
 */
public final class TablesawWarmUp implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final AtomicReference<Thread> thread = new AtomicReference<>();

  /**
   * Held while Tablesaw's types are made: they initialize each other, and two threads that begin
   * with different ones would wait for each other for ever.
   */
  private final Object types = new Object();

  /**
   * A cell that is about to run waits while the types are made; that is a matter of milliseconds.
   */
  public void awaitTypes() {
    synchronized (types) {
      // Made, or not begun: this thread sees all of them or none.
    }
  }

  /** Asks for it; what comes after the first call does nothing. */
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
      // The user's first table has the same trouble, and tells of it.
      LoggerFactory.getLogger(TablesawWarmUp.class).debug("Tablesaw's warm-up failed", e);
    }
  }

  private boolean makeTypes(IdleMonitor idleMonitor) {
    synchronized (types) {
      return idleMonitor.isIdle() && ColumnType.values().length > 0;
    }
  }

  /** A chart of a table: what a user's first one needs. */
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
