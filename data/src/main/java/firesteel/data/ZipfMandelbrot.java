package firesteel.data;

/**
 * Skewed choices: rank r, from 0, has a probability in proportion to 1 / (r + offset), so that a
 * few things are met often and most things rarely.
 */
final class ZipfMandelbrot {
  private final double offset;
  private final double logarithm;

  /**
   * Creates the distribution.
   *
   * @param size the number of ranks
   * @param offset at least 1; the greater, the less the first ranks stand out
   */
  ZipfMandelbrot(long size, double offset) {
    this.offset = offset;
    this.logarithm = StrictMath.log((size + offset) / offset);
  }

  long draw(RowRandom random) {
    // The inverse of the distribution's integral; StrictMath gives equal bits on every JDK.
    return (long) (offset * StrictMath.exp(random.nextDouble() * logarithm) - offset);
  }
}
