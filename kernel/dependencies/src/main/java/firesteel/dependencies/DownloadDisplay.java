package firesteel.dependencies;

import firesteel.api.display.FiresteelMetadata;
import firesteel.api.display.Html;
import firesteel.api.display.MimeBundle;
import firesteel.api.session.CellOutputs;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Shows downloads in one line that is updated while they run and ends as a short summary. Shows
 * nothing when nothing is downloaded. Thread-safe.
 */
final class DownloadDisplay implements Transfers {
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final CellOutputs outputs;
  private final String id = UUID.randomUUID().toString();
  private final long start = System.nanoTime();
  private final Set<String> running = new HashSet<>();
  private boolean shown;
  private boolean cancelled;
  private int complete;
  private long bytes;
  private long lastUpdate;

  DownloadDisplay(CellOutputs outputs) {
    this.outputs = outputs;
  }

  @Override
  public synchronized void started(String file) {
    running.add(file);
    update(file);
  }

  @Override
  public synchronized void received(String file, long more) {
    bytes += more;
    update(file);
  }

  @Override
  public synchronized void ended(String file, boolean whole) {
    running.remove(file);
    if (whole) {
      complete++;
    }
  }

  @Override
  public synchronized boolean isCancelled() {
    return cancelled;
  }

  /** Stops the display and the downloads. */
  synchronized void cancel() {
    cancelled = true;
    finish();
  }

  /** Shows how much was downloaded in total. */
  synchronized void finish() {
    if (shown) {
      String files = complete == 1 ? "1 file" : complete + " files";
      show("Downloaded %s, %s, in %s".formatted(files, size(), seconds()));
      shown = false;
    }
  }

  private void update(String file) {
    long now = System.nanoTime();
    if (cancelled || shown && now - lastUpdate < PAUSE.toNanos()) {
      return;
    }
    lastUpdate = now;
    show(
        "Downloading %s: %d done, %d running, %s"
            .formatted(file, complete, running.size(), size()));
  }

  private void show(String text) {
    MimeBundle bundle =
        FiresteelMetadata.progress(
            MimeBundle.text(text)
                .withHtml(
                    "<div style=\"opacity:.7;font-size:90%\">" + Html.escape(text) + "</div>"));
    if (shown) {
      outputs.update(id, bundle);
    } else {
      shown = true;
      outputs.display(bundle, Optional.of(id));
    }
  }

  private String size() {
    return bytes < 1 << 20
        ? "%d KB".formatted((bytes + 1023) / 1024)
        : String.format(Locale.ROOT, "%.1f MB", bytes / (double) (1 << 20));
  }

  private String seconds() {
    return String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - start) / 1e9);
  }
}
