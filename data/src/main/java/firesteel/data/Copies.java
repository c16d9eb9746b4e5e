package firesteel.data;

/**
 * Decides which rows repeat an earlier row, and which one they repeat.
 *
 * @param exact the share of rows that are equal to an earlier one
 * @param near the share of rows that differ from an earlier one only in details
 * @param reach the most rows between a copy and its original, but for copies in between
 */
record Copies(double exact, double near, int reach) {
  private static final int STREAM = 1_000;

  /** How a row relates to earlier rows. */
  enum Kind {
    ORIGINAL,
    EXACT,
    NEAR
  }

  Kind kind(long seed, long row) {
    return kind(new RowRandom(seed, row, STREAM), row);
  }

  /** Returns the number of the original of a row; the row itself when it is no copy. */
  long original(long seed, long row) {
    RowRandom random = new RowRandom(seed, row, STREAM);
    if (kind(random, row) == Kind.ORIGINAL) {
      return row;
    }
    long candidate = row - 1 - random.nextInt((int) Math.min(row, reach));
    while (kind(seed, candidate) != Kind.ORIGINAL) {
      candidate--;
    }
    return candidate;
  }

  private Kind kind(RowRandom random, long row) {
    double draw = random.nextDouble();
    if (row == 0 || draw >= exact + near) {
      return Kind.ORIGINAL;
    }
    return draw < exact ? Kind.EXACT : Kind.NEAR;
  }
}
