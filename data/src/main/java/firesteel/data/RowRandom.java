package firesteel.data;

/**
 * Random numbers for one row: equal for equal seeds and rows on every JDK, independent between
 * rows. The algorithm is SplitMix64 (Steele, Lea, Flood: "Fast splittable pseudorandom number
 * generators", 2014). The JDK's own {@code SplittableRandom} is not specified to the bit.
 *
 * <p>A row's function draws its numbers in a fixed order. Values that must not depend on how many
 * numbers were drawn before them come from a {@code RowRandom} of another stream.
 */
final class RowRandom {
  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

  private long state;

  /**
   * Creates the numbers of a row.
   *
   * @param stream tells apart several independent sequences of one row
   */
  RowRandom(long seed, long row, int stream) {
    state = mix(mix(mix(seed) + row) + GOLDEN_GAMMA * (stream + 1));
  }

  long nextLong() {
    state += GOLDEN_GAMMA;
    return mix(state);
  }

  /** Returns a number from 0 (inclusive) to 1 (exclusive). */
  double nextDouble() {
    return (nextLong() >>> 11) * 0x1.0p-53;
  }

  /** Returns a number from 0 (inclusive) to {@code bound} (exclusive); bound is at least 1. */
  int nextInt(int bound) {
    return (int) (((nextLong() >>> 32) * bound) >>> 32);
  }

  /** Returns whether something of this probability happens. */
  boolean happens(double probability) {
    return nextDouble() < probability;
  }

  /**
   * Returns a number of about a normal distribution with mean 0 and deviation 1, between -3.5 and
   * 3.5: the sum of four uniform numbers, which needs no logarithm.
   */
  double nextGaussian() {
    double sum = nextDouble() + nextDouble() + nextDouble() + nextDouble();
    return (sum - 2) * 1.7320508075688772; // the deviation of the sum is the square root of 1/3
  }

  private static long mix(long bits) {
    long z = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
