package firesteel.app;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options of commands that say where Spark runs. */
final class SparkTargetOptions {
  @Option(
      names = "--master",
      paramLabel = "TARGET",
      description =
          "Where Spark runs: local[*] by default, spark://host:7077, yarn, sc://host:15002, ...")
  private String master;

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      description = "Where Spark runs and with which settings: a profile of firesteel.yaml.")
  private String profile;

  @Option(
      names = "--conf",
      paramLabel = "NAME=VALUE",
      description = "A Spark setting, as for spark-submit; may be given more than once.")
  private Map<String, String> settings = new LinkedHashMap<>();

  /** Returns whether one of the options was given. */
  boolean isGiven() {
    return target().isPresent() || !settings.isEmpty();
  }

  /** Refuses options that exclude each other. */
  void check(CommandSpec spec) {
    if (master != null && profile != null) {
      throw new ParameterException(spec.commandLine(), "Use --master or --profile, not both.");
    }
  }

  /**
   * Creates the Spark that the options mean, without starting it.
   *
   * @param folder where {@code firesteel.yaml} is searched
   * @param progress whether cells show the progress of their jobs
   */
  CommandSpark spark(CommandSpec spec, Path folder, boolean progress) {
    try {
      return CommandSpark.of(target(), settings, folder, System.getenv(), progress);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  /** The target as for {@code %spark connect}. */
  private Optional<String> target() {
    return Optional.ofNullable(profile == null ? master : "@" + profile);
  }
}
