package firesteel.data;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;

/**
 * Prints the processor time of the rows of datasets. Not a test: run it with names of datasets as
 * arguments.
 */
final class GeneratorSpeed {
  private static final int ROWS = 2_000_000;
  private static final int ROUNDS = 8;

  private GeneratorSpeed() {}

  public static void main(String[] names) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    for (String name : List.of(names)) {
      Dataset dataset = Catalogue.find(name).orElseThrow();
      long best = Long.MAX_VALUE;
      long sum = 0;
      for (int round = 0; round < ROUNDS; round++) {
        long start = threads.getCurrentThreadCpuTime();
        for (long row = 0; row < ROWS; row++) {
          Object[] values = dataset.row(round, row);
          sum += values[values.length - 1] == null ? 0 : 1;
        }
        best = Math.min(best, threads.getCurrentThreadCpuTime() - start);
      }
      System.out.printf("%s: %.0f ns a row (%d)%n", name, best / (double) ROWS, sum);
    }
  }
}
