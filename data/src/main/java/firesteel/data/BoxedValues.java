package firesteel.data;

import java.util.stream.IntStream;

/** Boxed numbers for rows; the frequent ones are the same objects each time, which saves time. */
final class BoxedValues {
  private static final int CACHED = 2048;
  private static final Long[] LONGS =
      IntStream.range(0, CACHED).mapToObj(Long::valueOf).toArray(Long[]::new);
  private static final Double[] HUNDREDTHS =
      IntStream.range(0, CACHED).mapToObj(i -> i / 100.0).toArray(Double[]::new);

  private BoxedValues() {}

  static Long whole(int number) {
    return number >= 0 && number < CACHED ? LONGS[number] : Long.valueOf(number);
  }

  /** Returns a number with two decimals, such as an amount of dollars from cents. */
  static Double hundredths(int number) {
    return number >= 0 && number < CACHED ? HUNDREDTHS[number] : Double.valueOf(number / 100.0);
  }
}
