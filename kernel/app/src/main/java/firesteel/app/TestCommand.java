package firesteel.app;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs Firesteel's own tests; implemented by the launcher, like {@link LabCommand}. */
@Command(
    name = "test",
    description = {
      "Runs Firesteel's own tests: the unit tests, then the integration tests with real processes.",
      "Runs them on the oldest and the newest JDK found (FIRESTEEL_TEST_JAVA_HOMES names others: their folders,"
          + " separated by colons). What sees no difference between JDKs runs on one of them alone."
    },
    mixinStandardHelpOptions = true)
final class TestCommand implements Callable<Integer> {
  @Option(names = "--unit", description = "Runs only the unit tests and the check of the sources.")
  private boolean unit;

  @Option(names = "--integration", description = "Runs only the integration tests.")
  private boolean integration;

  @Option(
      names = "--all",
      description =
          "All unit tests on each JDK, and the integration tests that the usual run leaves out; not"
              + " those of --soak.")
  private boolean all;

  @Option(
      names = "--soak",
      description =
          "Runs only the integration tests that take minutes, which other runs leave out.")
  private boolean soak;

  @Override
  public Integer call() throws Exception {
    List<String> options = new ArrayList<>();
    if (unit) {
      options.add("--unit");
    }
    if (integration) {
      options.add("--integration");
    }
    if (all) {
      options.add("--all");
    }
    if (soak) {
      options.add("--soak");
    }
    return Launcher.run("test", options);
  }
}
