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
 * The Spark of a shell.
 *
 * @param options what it is made of
 * @param connection where it is
 * @param extension brings it into the session
 */
record ShellSpark(SparkOptions options, Connection connection, SparkExtension extension) {
  /**
   * Starts nothing.
   *
   * @param target as {@code %spark connect} takes it; empty for what the settings name
   * @param settings win over a profile's and over {@code spark-defaults.conf}
   * @param progress whether cells show that of their jobs
   * @throws IllegalArgumentException when there is no such target or profile
   */
  static ShellSpark of(
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
        KernelLog.redirectTo(LogFiles.choose(options.logFolder())); // Spark itself fetches them.
      }
      connection = builder.build();
    }
    return new ShellSpark(options, connection, new SparkExtension(options, connection));
  }

  /** Which Spark, without looking at it. */
  String version() {
    return options
        .sparkHome()
        .map(home -> "Spark of " + home)
        .orElse("Spark " + new Version().bundledSpark());
  }

  /** Where it is to run; not a secret. */
  String where() {
    return connection
        .target()
        .map(Target::shown)
        .or(() -> Optional.ofNullable(options.settings().get("spark.master")))
        .or(() -> options.confFolder().map(folder -> "what spark-defaults.conf names"))
        .orElse("local[*]");
  }

  /** What runs in it, a line each. */
  List<String> work() {
    return extension.work();
  }
}
