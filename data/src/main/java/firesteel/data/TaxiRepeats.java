package firesteel.data;

/**
 * Which rows repeat an earlier row. The repeated row is never itself a repetition, and is at most
 * about {@value #REACH} rows away.
 */
final class TaxiRepeats {
  private static final int REACH = 1000;

  enum Kind {
    /** The row repeats no other. */
    ORIGINAL,
    /** The row is equal to another. */
    DUPLICATE,
    /** The row is the refund of another: the same trip with negative amounts. */
    REFUND
  }

  private final int stream;
  private final double duplicates;
  private final double refunds;

  /**
   * Creates a decision.
   *
   * @param stream the stream of the numbers that decide
   * @param duplicates the share of the rows that are equal to another, from 0 to 1
   * @param refunds the share of the rows that are refunds
   */
  TaxiRepeats(int stream, double duplicates, double refunds) {
    this.stream = stream;
    this.duplicates = duplicates;
    this.refunds = refunds;
  }

  Kind kind(long seed, long row) {
    return kind(new RowRandom(seed, row, stream).nextDouble(), row);
  }

  private Kind kind(double number, long row) {
    if (row == 0 || number >= duplicates + refunds) {
      return Kind.ORIGINAL;
    }
    return number < duplicates ? Kind.DUPLICATE : Kind.REFUND;
  }

  /** Returns the row that a row repeats, which is an original; the row itself when it is one. */
  long original(long seed, long row) {
    RowRandom random = new RowRandom(seed, row, stream);
    if (kind(random.nextDouble(), row) == Kind.ORIGINAL) {
      return row;
    }
    long original = row - 1 - random.nextInt((int) Math.min(row, REACH));
    while (kind(seed, original) != Kind.ORIGINAL) {
      original--;
    }
    return original;
  }
}
