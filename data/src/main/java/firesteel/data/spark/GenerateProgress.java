package firesteel.data.spark;

import java.time.Duration;
import java.util.Optional;

/**
 * How far a {@link GenerateJob} is.
 *
 * @param rows the rows that are done, with those of earlier calls; rows of the truth count too
 * @param total the rows that there will be
 * @param earlier how many of the rows an earlier call had done
 * @param elapsed the time since the job's start
 */
public record GenerateProgress(long rows, long total, long earlier, Duration elapsed) {
  /** Returns how many rows were made a second. */
  public double rowsPerSecond() {
    return (rows - earlier) / Math.max(1e-3, elapsed.toNanos() / 1e9);
  }

  /** Returns the time that the remaining rows will take; empty as long as nothing is known. */
  public Optional<Duration> left() {
    return rows == earlier
        ? Optional.empty()
        : Optional.of(Duration.ofMillis((long) ((total - rows) * 1000 / rowsPerSecond())));
  }
}
