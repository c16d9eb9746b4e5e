package firesteel.app;

import firesteel.api.session.SessionExtension;
import firesteel.api.session.SessionSettings;
import firesteel.api.settings.UserFolders;
import firesteel.app.plugin.PluginPlaces;
import firesteel.app.startup.StartUp;
import firesteel.app.startup.StartUpExtension;
import firesteel.engine.JavaSession;
import firesteel.engine.SessionBuilder;
import firesteel.engine.plugin.LoadedPlugins;
import firesteel.spark.SparkExtension;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Creates sessions with their extensions and settings. */
final class SessionFactory {
  /** The name of the extension that commands create themselves. */
  private static final String SPARK = "spark";

  private SessionFactory() {}

  /**
   * Returns a session for an interactive notebook, whose cells are kept in the history.
   *
   * @param environment the environment variables, which select the history file and Spark
   */
  static JavaSession forKernel(Map<String, String> environment) {
    return builder(environment, List.of(), Set.of()).historyFile(historyFile(environment)).build();
  }

  /**
   * Returns a session for a shell in this process's folder.
   *
   * @param spark the session's Spark; empty for none
   */
  static JavaSession forShell(Path folder, Optional<SparkExtension> spark) {
    SessionExtension first = spark.<SessionExtension>map(s -> s).orElseGet(WithoutSpark::new);
    return builder(System.getenv(), List.of(first), Set.of(SPARK))
        .historyFile(historyFile(System.getenv()))
        .workingDirectory(folder)
        .build();
  }

  /**
   * Returns a session for a notebook that runs from top to bottom, in its own folder.
   *
   * @param spark the session's Spark; empty for that of the settings
   */
  static JavaSession forRun(Path folder, Optional<SparkExtension> spark) {
    List<SessionExtension> first = List.copyOf(spark.stream().toList());
    return builder(System.getenv(), first, spark.isPresent() ? Set.of(SPARK) : Set.of())
        .workingDirectory(folder)
        .build();
  }

  /**
   * Returns a builder for a session with all installed extensions.
   *
   * @param first extensions that are called and closed before all others
   * @param without the names of the extensions to leave out
   */
  private static SessionBuilder builder(
      Map<String, String> environment, List<SessionExtension> first, Set<String> without) {
    StartUp startUp =
        StartUp.fromEnvironment(
            environment, UserFolders.of(environment), Path.of("").toAbsolutePath());
    SessionBuilder builder =
        JavaSession.builder().classPath(classPath()).compilerOptions(startUp.compilerOptions());
    startUp.statementLimit().ifPresent(builder::statementLimit);
    first.forEach(builder::extension);
    SessionSettings settings =
        new SessionSettings(environment, Distribution.running().map(Distribution::folder));
    LoadedPlugins plugins =
        new LoadedPlugins(
            SessionFactory.class.getClassLoader(), pluginPlaces(environment).all(), settings);
    plugins.extensions(without).forEach(builder::extension);
    builder.plugins(plugins);
    return builder.extension(new StartUpExtension(startUp));
  }

  /** Returns the class path of cells, which is that of the program itself. */
  private static List<Path> classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.isEmpty())
        .map(Path::of)
        .toList();
  }

  /** Returns where plug-ins are: the user's, and those of this installation. */
  static PluginPlaces pluginPlaces(Map<String, String> environment) {
    return PluginPlaces.of(
        UserFolders.of(environment), Distribution.running().map(Distribution::folder));
  }

  /** Returns the file of the history: among the user's data. */
  static Path historyFile(Map<String, String> environment) {
    return UserFolders.of(environment).data().resolve("history");
  }
}
