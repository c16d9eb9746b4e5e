package firesteel.benchmark;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.launcher.JavaModuleOptions;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the benchmarks in turns and prints how the alternatives compare. */
public final class Benchmarks {
  private static final int ROUNDS = 2;

  private Benchmarks() {}

  /**
   * Runs benchmarks.
   *
   * @param arguments JMH's arguments: regular expressions of the benchmarks to run, options
   */
  public static void main(String[] arguments) throws CommandLineOptionException, RunnerException {
    Options options =
        new OptionsBuilder()
            .parent(new CommandLineOptions(arguments))
            .jvmArgsAppend(JavaModuleOptions.defaultModuleOptionArray())
            .jvmArgsAppend("-Xmx1g")
            .shouldFailOnError(true)
            .build();
    List<RunResult> results = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      results.addAll(new Runner(options).run());
    }
    Ratios.print(results);
  }
}
