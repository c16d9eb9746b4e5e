package firesteel.spark.jobs;

import firesteel.api.display.MimeBundle;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Shows the progress of cells in their outputs as an updated display: nothing for short jobs, a few
 * updates a second while jobs run, one line that stays, nothing after the cell's end.
 */
public final class ProgressDisplay implements AutoCloseable {
  private static final long QUIET_MILLIS = 500;
  private static final long BETWEEN_UPDATES_MILLIS = 250;

  /** The display of one cell. Guarded by itself. */
  private static final class View {
    private boolean scheduled;
    private boolean shown;
    private boolean live;
    private boolean closed;
    private String lastLine = "";
  }

  private final BooleanSupplier enabled;
  private final Map<Progress, View> views = new ConcurrentHashMap<>();
  private final ScheduledThreadPoolExecutor timer;

  /**
   * Creates it without showing anything.
   *
   * @param enabled whether progress is shown now; asked before a cell's first line
   */
  public ProgressDisplay(BooleanSupplier enabled) {
    this.enabled = enabled;
    timer =
        new ScheduledThreadPoolExecutor(
            1,
            work -> {
              Thread thread = new Thread(null, work, "firesteel-spark-progress", 0, false);
              thread.setDaemon(true);
              return thread;
            });
    timer.setRemoveOnCancelPolicy(true);
  }

  /** Shows a cell's progress from now on, as one of its jobs has started. */
  public void watch(Progress progress) {
    View view = views.computeIfAbsent(progress, key -> new View());
    synchronized (view) {
      if (!view.scheduled && !view.closed) {
        schedule(progress, view, QUIET_MILLIS);
      }
    }
  }

  /**
   * Ends a cell's display: writes the last line, if any were shown.
   *
   * @param lastEvents waits until all events of the cell's jobs have arrived
   */
  public void finish(Progress progress, Runnable lastEvents) {
    View view = views.remove(progress);
    if (view == null) {
      return;
    }
    boolean shown;
    synchronized (view) {
      shown = view.shown;
    }
    if (shown) {
      lastEvents.run();
    }
    synchronized (view) {
      view.closed = true;
      if (view.shown) {
        send(progress, view, progress.summary());
      }
    }
  }

  private void tick(Progress progress, View view) {
    synchronized (view) {
      view.scheduled = false;
      if (view.closed) {
        return;
      }
      OptionalLong active = progress.activeMillis();
      if (active.isEmpty()) {
        if (view.live) {
          view.live = false;
          send(progress, view, progress.summary());
        }
        return;
      }
      if (!view.live && active.getAsLong() < QUIET_MILLIS) {
        schedule(progress, view, QUIET_MILLIS - active.getAsLong());
        return;
      }
      if (!view.shown && !enabled.getAsBoolean()) {
        view.closed = true;
        return;
      }
      view.live = true;
      send(progress, view, progress.live());
      schedule(progress, view, BETWEEN_UPDATES_MILLIS);
    }
  }

  private void schedule(Progress progress, View view, long millis) {
    try {
      timer.schedule(() -> tick(progress, view), millis, TimeUnit.MILLISECONDS);
      view.scheduled = true;
    } catch (RejectedExecutionException e) {
      // The kernel is shutting down, and nobody looks at progress any more.
      view.closed = true;
    }
  }

  private static void send(Progress progress, View view, MimeBundle line) {
    if (line.text().equals(view.lastLine)) {
      return;
    }
    view.lastLine = line.text();
    if (view.shown) {
      progress.outputs().update(progress.displayId(), line);
    } else {
      view.shown = true;
      progress.outputs().display(line, Optional.of(progress.displayId()));
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
