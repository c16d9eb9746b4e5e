package firesteel.benchmark;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;

/** Prints the best times of the alternatives, and their ratios to the baseline. */
final class Ratios {
  /** The baseline of the comparison: {@code compiledStatic} where it is measured. */
  private static final List<String> PLAIN = List.of("compiledStatic", "captured", "bean");

  private Ratios() {}

  /** Prints one line for each alternative. */
  static void print(Collection<RunResult> results) {
    Map<String, Map<String, Double>> best = new TreeMap<>();
    for (RunResult result : results) {
      BenchmarkParams benchmark = result.getParams();
      String[] names = benchmark.getBenchmark().split("\\.");
      String alternative = names[names.length - 1];
      String group = names[names.length - 2] + "." + benchmark.getParam("work");
      best.computeIfAbsent(group, name -> new TreeMap<>())
          .merge(alternative, bestMillis(result), Math::min);
    }
    System.out.printf("%n%-24s%-20s%10s%8s%n", "work", "alternative", "best ms", "ratio");
    best.forEach(
        (group, times) -> {
          double plain =
              PLAIN.stream()
                  .filter(times::containsKey)
                  .findFirst()
                  .map(times::get)
                  .orElse(Double.NaN);
          times.forEach(
              (alternative, millis) ->
                  System.out.printf(
                      "%-24s%-20s%10.1f%8.2f%n", group, alternative, millis, millis / plain));
        });
  }

  private static double bestMillis(RunResult result) {
    double best = Double.MAX_VALUE;
    for (BenchmarkResult fork : result.getBenchmarkResults()) {
      for (IterationResult iteration : fork.getIterationResults()) {
        best = Math.min(best, iteration.getSecondaryResults().get("cpu").getScore());
      }
    }
    return best / 1e6;
  }
}
