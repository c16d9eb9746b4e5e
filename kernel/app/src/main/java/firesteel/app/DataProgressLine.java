package firesteel.app;

import firesteel.data.spark.GenerateProgress;
import firesteel.data.spark.GenerateResult;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Shows how far a table is: in a terminal one line that changes, else a line now and then. */
final class DataProgressLine {
  private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final PrintStream out;
  private final boolean terminal;
  private final long start = System.nanoTime();
  private long lastShown = start - PAUSE_NANOS;
  private boolean isOpen;

  DataProgressLine(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  void show(GenerateProgress progress) {
    boolean isFirst = progress.rows() == progress.earlier();
    if (isFirst && progress.earlier() > 0) {
      out.println(
          "%,d of %,d rows are there already".formatted(progress.earlier(), progress.total()));
    }
    if (isFirst) {
      return;
    }
    if (terminal) {
      out.print("\r\033[K" + text(progress));
      out.flush();
      isOpen = true;
    } else if (System.nanoTime() - lastShown >= PAUSE_NANOS
        || progress.rows() == progress.total()) {
      lastShown = System.nanoTime();
      out.println(text(progress));
    }
  }

  private static String text(GenerateProgress progress) {
    String text =
        "%,d of %,d rows, %,d rows a second"
            .formatted(progress.rows(), progress.total(), Math.round(progress.rowsPerSecond()));
    return progress
        .left()
        .filter(left -> !left.isZero())
        .map(left -> text + ", " + text(left))
        .orElse(text);
  }

  private static String text(Duration left) {
    if (left.toHours() > 0) {
      return "%d h %02d min left".formatted(left.toHours(), left.toMinutesPart());
    }
    return left.toMinutes() > 0
        ? "%d min %02d s left".formatted(left.toMinutes(), left.toSecondsPart())
        : "%d s left".formatted(left.toSeconds());
  }

  /** Ends a line that changes. */
  void end() {
    if (isOpen) {
      out.println();
      isOpen = false;
    }
  }

  void finish(GenerateResult result) {
    end();
    String made =
        "%s: %,d rows in %,d files, %,.1f MB"
            .formatted(result.folder(), result.rows(), result.files(), result.bytes() / 1e6);
    double seconds = (System.nanoTime() - start) / 1e9;
    out.println(
        result.existed() ? made + "; it was there already" : made + ", %.1f s".formatted(seconds));
    result.truthFolder().ifPresent(folder -> out.println(folder + ": the truth"));
  }
}
