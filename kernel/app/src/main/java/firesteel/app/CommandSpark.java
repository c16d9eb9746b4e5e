package firesteel.app;

import firesteel.spark.SparkExtension;
import firesteel.spark.master.Connection;
import firesteel.spark.master.ConnectionBuilder;
import firesteel.spark.master.Target;
import firesteel.spark.settings.LogFiles;
import firesteel.spark.settings.SparkOptions;
import firesteel.spark.start.KernelLog;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The Spark of a command whose options say where it is, such as a shell or a run.
 *
 * @param options the options of Spark
 * @param connection the connection to Spark
 * @param extension the session's extension for Spark
 */
record CommandSpark(SparkOptions options, Connection connection, SparkExtension extension) {
  /**
   * Creates a Spark without starting it.
   *
   * @param target the target as for {@code %spark connect}; empty for that of the settings
   * @param settings the settings, which win over a profile's and over {@code spark-defaults.conf}
   * @param folder where {@code firesteel.yaml} is searched
   * @param progress whether cells show the progress of their jobs
   * @throws IllegalArgumentException when the target or profile doesn't exist
   */
  static CommandSpark of(
      Optional<String> target,
      Map<String, String> settings,
      Path folder,
      Map<String, String> environment,
      boolean progress) {
    SparkOptions options =
        SparkOptions.fromEnvironment(environment).with(settings).withProgress(progress);
    Connection connection = Connection.DEFAULT;
    if (target.isPresent()) {
      ConnectionBuilder builder = ConnectionBuilder.of(target.get(), folder, environment);
      settings.forEach(builder::set);
      if (builder.hasPackages()) {
        KernelLog.redirectTo(
            LogFiles.choose(options.logFolder())); // Spark itself fetches packages.
      }
      connection = builder.build();
    }
    return new CommandSpark(options, connection, new SparkExtension(options, connection));
  }

  /** The version of Spark, without starting it. */
  String version() {
    return options
        .sparkHome()
        .map(home -> "Spark of " + home)
        .orElse("Spark " + new Version().bundledSpark());
  }

  /** Returns where Spark will run, without secrets. */
  String where() {
    return connection
        .target()
        .map(Target::shown)
        .or(() -> Optional.ofNullable(options.settings().get("spark.master")))
        .or(() -> options.confFolder().map(folder -> "what spark-defaults.conf names"))
        .orElse("local[*]");
  }

  /** The running jobs and queries, one line each. */
  List<String> work() {
    return extension.work();
  }
}
