package firesteel.benchmark;

import java.util.stream.LongStream;

/** The loops of {@link DriverLoops} as a compiled class. */
final class CompiledLoops {
  static int rounds = 200;
  static int factor = 3;
  static long total;
  static long[] numbers = LongStream.range(0, 1_000).toArray();

  private CompiledLoops() {}

  static long loop() {
    total = 0;
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < numbers.length; i++) {
        total += numbers[i] * factor;
      }
    }
    return total;
  }

  static long stream() {
    total = 0;
    for (int round = 0; round < rounds; round++) {
      total += LongStream.of(numbers).map(n -> n * factor).sum();
    }
    return total;
  }

  static long localLoop() {
    int theRounds = rounds;
    int theFactor = factor;
    long[] theNumbers = numbers;
    long sum = 0;
    for (int round = 0; round < theRounds; round++) {
      for (int i = 0; i < theNumbers.length; i++) {
        sum += theNumbers[i] * theFactor;
      }
    }
    return sum;
  }

  static long localStream() {
    int theRounds = rounds;
    int theFactor = factor;
    long[] theNumbers = numbers;
    long sum = 0;
    for (int round = 0; round < theRounds; round++) {
      sum += LongStream.of(theNumbers).map(n -> n * theFactor).sum();
    }
    return sum;
  }
}
