package firesteel.spark.jobs;

import java.util.Arrays;

/**
 * Samples numbers evenly in the order in which they come, and keeps the largest: the median then
 * costs the same for a hundred thousand tasks as for a thousand. Not thread-safe.
 */
final class Samples {
  private static final int MAX_SAMPLES = 1024;

  private final long[] kept = new long[MAX_SAMPLES];
  private int size;
  private long count;
  private long stride = 1;
  private long max = Long.MIN_VALUE;

  void add(long number) {
    max = Math.max(max, number);
    if (count++ % stride != 0) {
      return;
    }
    if (size == MAX_SAMPLES) {
      for (int i = 0; i < MAX_SAMPLES / 2; i++) {
        kept[i] = kept[2 * i];
      }
      size = MAX_SAMPLES / 2;
      stride *= 2;
    }
    kept[size++] = number;
  }

  /** Returns the largest of all; meaningless when there were none. */
  long max() {
    return max;
  }

  /** Returns the number that half of the samples don't exceed; 0 when there were none. */
  long median() {
    if (size == 0) {
      return 0;
    }
    long[] sorted = Arrays.copyOf(kept, size);
    Arrays.sort(sorted);
    return sorted[(size - 1) / 2];
  }
}
