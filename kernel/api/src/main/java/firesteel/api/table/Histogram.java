package firesteel.api.table;

import java.util.Arrays;
import java.util.List;

/** Counts values in {@value ColumnStatistics#RANGES} ranges of equal width. */
public final class Histogram {
  private final double min;
  private final double max;
  private final double[] counts = new double[ColumnStatistics.RANGES];

  /**
   * Creates an empty histogram.
   *
   * @param min the least value, finite
   * @param max the greatest value, finite
   */
  public Histogram(double min, double max) {
    this.min = min;
    this.max = max;
  }

  /** Counts a value the given number of times; values that aren't finite are ignored. */
  public void add(double value, double times) {
    if (Double.isFinite(value)) {
      // halves, since the difference may be larger than the largest double
      double part = max == min ? 0.5 : (value / 2 - min / 2) / (max / 2 - min / 2);
      int range = (int) (part * counts.length);
      counts[Math.min(Math.max(range, 0), counts.length - 1)] += times;
    }
  }

  /** Returns how many values lie in each range; empty when there are none. */
  public List<Long> counts() {
    boolean any = Arrays.stream(counts).anyMatch(count -> count > 0);
    return any ? Arrays.stream(counts).mapToObj(Math::round).toList() : List.of();
  }
}
