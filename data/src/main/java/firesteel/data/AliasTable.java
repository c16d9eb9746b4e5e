package firesteel.data;

/**
 * Draws indices with given weights, in constant time: Walker's alias method, built as Vose does.
 */
final class AliasTable {
  private static final double FULL = 0x1.0p31;

  private final int[] thresholds;
  private final int[] aliases;

  /** Creates a table; {@code weights} are not negative, and need no particular sum. */
  AliasTable(double... weights) {
    int size = weights.length;
    thresholds = new int[size];
    aliases = new int[size];
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    double[] shares = new double[size];
    int[] small = new int[size];
    int[] large = new int[size];
    int smalls = 0;
    int larges = 0;
    for (int i = 0; i < size; i++) {
      shares[i] = weights[i] * size / sum;
      if (shares[i] < 1) {
        small[smalls++] = i;
      } else {
        large[larges++] = i;
      }
    }
    while (smalls > 0 && larges > 0) {
      int less = small[--smalls];
      int more = large[--larges];
      put(less, shares[less], more);
      shares[more] -= 1 - shares[less];
      if (shares[more] < 1) {
        small[smalls++] = more;
      } else {
        large[larges++] = more;
      }
    }
    while (larges > 0) {
      int full = large[--larges];
      put(full, 1, full);
    }
    while (smalls > 0) {
      int full = small[--smalls];
      put(full, 1, full);
    }
  }

  private void put(int index, double share, int alias) {
    thresholds[index] = (int) Math.min(share * FULL, Integer.MAX_VALUE);
    aliases[index] = alias;
  }

  /** Returns an index; draws one number. */
  int pick(RowRandom random) {
    long bits = random.nextLong();
    int index = (int) (((bits >>> 32) * thresholds.length) >>> 32);
    return (int) (bits & Integer.MAX_VALUE) < thresholds[index] ? index : aliases[index];
  }
}
