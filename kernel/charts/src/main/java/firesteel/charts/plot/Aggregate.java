package firesteel.charts.plot;

import java.util.Arrays;
import java.util.Locale;

/** Combines several numbers into one. */
enum Aggregate {
  SUM,
  MEAN,
  MEDIAN,
  MIN,
  MAX,
  COUNT;

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the axis title of an aggregated column. */
  String titled(String column) {
    return this == COUNT ? "count" : label() + " of " + column;
  }

  /** Combines numbers, at least one; COUNT counts them. */
  double of(double[] numbers) {
    return switch (this) {
      case SUM -> Arrays.stream(numbers).sum();
      case MEAN -> Arrays.stream(numbers).average().orElseThrow();
      case MIN -> Arrays.stream(numbers).min().orElseThrow();
      case MAX -> Arrays.stream(numbers).max().orElseThrow();
      case COUNT -> numbers.length;
      case MEDIAN -> median(numbers);
    };
  }

  private static double median(double[] numbers) {
    double[] sorted = numbers.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1
        ? sorted[middle]
        : sorted[middle - 1] / 2 + sorted[middle] / 2; // The sum of both could overflow.
  }
}
