package firesteel.terminal;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.jline.utils.InfoCmp;
import org.jline.utils.Status;

/**
 * Shows the session's status or the running cell's progress in the last line of the terminal.
 * Terminals that can't reserve a line have none. Thread-safe.
 */
final class StatusLine implements AutoCloseable {
  private static final long REFRESH_MILLIS = 300;

  private final Terminal terminal;
  private final Supplier<String> about;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "status-line");
            thread.setDaemon(true);
            return thread;
          });
  private String progress = "";
  private String shown = "";
  private boolean suspended;
  private int kept;

  /**
   * Creates a status line that isn't shown yet.
   *
   * @param about returns the text to show while nothing runs; it may change
   */
  StatusLine(Terminal terminal, Supplier<String> about) {
    this.terminal = terminal;
    this.about = about;
  }

  /** Shows the line, and updates it from now on, for example while Spark starts. */
  void start() {
    refresh();
    timer.scheduleWithFixedDelay(
        this::refresh, REFRESH_MILLIS, REFRESH_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Shows the progress of the running cell. */
  synchronized void progress(String text) {
    progress = text.lines().reduce((a, b) -> a + " · " + b).orElse("");
    refresh();
  }

  /** Returns and clears the progress of the cell that has ended. */
  synchronized String takeProgress() {
    String last = progress;
    progress = "";
    refresh();
    return last;
  }

  /** Hides the line until {@link #resume}. */
  synchronized void suspend() {
    suspended = true;
    Status line = Status.getStatus(terminal, false);
    if (line != null && line.size() > 0) {
      kept = line.size();
      line.suspend();
      reserveLastLines(0);
    }
  }

  /** Shows the line again. */
  synchronized void resume() {
    Status line = Status.getStatus(terminal, false);
    if (line != null && kept > 0) {
      reserveLastLines(kept);
      line.restore();
    }
    kept = 0;
    suspended = false;
  }

  /**
   * Sets the scroll region to all lines but some: JLine's suspended status line still reserves its
   * lines.
   */
  private void reserveLastLines(int lines) {
    terminal.puts(InfoCmp.Capability.save_cursor);
    terminal.puts(InfoCmp.Capability.change_scroll_region, 0, terminal.getRows() - 1 - lines);
    terminal.puts(InfoCmp.Capability.restore_cursor);
    terminal.flush();
  }

  private synchronized void refresh() {
    String text = progress.isEmpty() ? about.get() : progress;
    if (suspended || text.equals(shown)) {
      return;
    }
    shown = text;
    Status line = Status.getStatus(terminal);
    if (line != null) {
      line.update(text.isEmpty() ? List.of() : List.of(styled(text)));
    }
  }

  private AttributedString styled(String text) {
    AttributedString line =
        new AttributedStringBuilder()
            .styled(AttributedStyle.DEFAULT.faint(), text)
            .toAttributedString();
    return line.columnSubSequence(0, Math.max(1, terminal.getColumns() - 1));
  }

  @Override
  public synchronized void close() {
    timer.shutdownNow();
    Status line = Status.getStatus(terminal, false);
    if (line != null) {
      line.hide();
      line.close();
    }
  }
}
