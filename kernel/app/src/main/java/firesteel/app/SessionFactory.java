package firesteel.app;

import firesteel.api.session.Session;
import firesteel.app.startup.StartUp;
import firesteel.app.startup.StartUpExtension;
import firesteel.charts.ChartsExtension;
import firesteel.dependencies.DependenciesExtension;
import firesteel.engine.JavaSession;
import firesteel.engine.SessionBuilder;
import firesteel.ijava.IJavaExtension;
import firesteel.magics.sql.SqlExtension;
import firesteel.spark.SparkExtension;
import firesteel.spark.SparkOptions;
import firesteel.spark.cluster.ClusterExtension;
import firesteel.spark.cluster.Clusters;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** Makes the sessions: the only place that knows what one is made of. */
final class SessionFactory {
  private SessionFactory() {}

  /**
   * A session for a notebook that a person works in: its cells are remembered.
   *
   * @param environment says where, and which Spark
   */
  static Session forKernel(Map<String, String> environment) {
    return builder(environment)
        .historyFile(historyFile(environment, System.getProperties()))
        .build();
  }

  /**
   * A session for a shell in this process's folder.
   *
   * @param spark Spark for it; empty for none
   */
  static Session forShell(Path folder, Optional<SparkExtension> spark) {
    SessionBuilder builder = builder(System.getenv(), spark);
    if (spark.isEmpty()) {
      builder.extension(new WithoutSpark());
    }
    return builder
        .historyFile(historyFile(System.getenv(), System.getProperties()))
        .workingDirectory(folder)
        .build();
  }

  /** A session for a notebook that runs from top to bottom, in a folder of its own. */
  static Session forRun(Path folder) {
    return builder(System.getenv()).workingDirectory(folder).build();
  }

  private static SessionBuilder builder(Map<String, String> environment) {
    return builder(
        environment, Optional.of(new SparkExtension(SparkOptions.fromEnvironment(environment))));
  }

  private static SessionBuilder builder(
      Map<String, String> environment, Optional<SparkExtension> spark) {
    StartUp startUp =
        StartUp.fromEnvironment(
            environment, Path.of(System.getProperty("user.home")), Path.of("").toAbsolutePath());
    SessionBuilder builder =
        JavaSession.builder().classPath(classPath()).compilerOptions(startUp.compilerOptions());
    startUp.statementLimit().ifPresent(builder::statementLimit);
    spark.ifPresent(builder::extension); // Closed first: while its cluster is still there.
    return builder
        .extension(new ClusterExtension(Clusters.fromEnvironment(environment)))
        .extension(new ChartsExtension())
        .extension(new SqlExtension())
        .extension(new IJavaExtension())
        .extension(new DependenciesExtension(Distribution.running().map(Distribution::resolver)))
        .extension(new StartUpExtension(startUp));
  }

  /** Cells compile against all that the program itself runs with. */
  private static List<Path> classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.isEmpty())
        .map(Path::of)
        .toList();
  }

  /** The file of the history: in {@code XDG_DATA_HOME}, by default {@code ~/.local/share}. */
  static Path historyFile(Map<String, String> environment, Properties system) {
    Path data =
        Optional.ofNullable(environment.get("XDG_DATA_HOME"))
            .filter(name -> !name.isBlank())
            .map(Path::of)
            .filter(Path::isAbsolute)
            .orElseGet(() -> Path.of(system.getProperty("user.home"), ".local", "share"));
    return data.resolve("firesteel").resolve("history");
  }
}
