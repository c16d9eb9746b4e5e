package firesteel.engine;

import firesteel.api.session.SessionExtension;
import firesteel.engine.plugin.LoadedPlugins;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Builds a {@link JavaSession}. */
public final class SessionBuilder {
  private final List<Path> classPath = new ArrayList<>();
  private final List<SessionExtension> extensions = new ArrayList<>();
  private final List<String> compilerOptions = new ArrayList<>();
  private Optional<LoadedPlugins> plugins = Optional.empty();
  private Optional<Duration> statementLimit = Optional.empty();
  private Optional<Path> historyFile = Optional.empty();
  private Path workingDirectory = Path.of("").toAbsolutePath();

  SessionBuilder() {}

  /**
   * Sets the jars and folders that cells compile against. The class loader that loaded the engine
   * must see their classes.
   */
  public SessionBuilder classPath(List<Path> entries) {
    classPath.addAll(entries);
    return this;
  }

  /** Adds an extension; extensions are called in the order in which they were added. */
  public SessionBuilder extension(SessionExtension extension) {
    extensions.add(Objects.requireNonNull(extension, "extension"));
    return this;
  }

  /**
   * Returns what plug-ins bring; the session closes it. By default those of the engine's class
   * path.
   */
  public SessionBuilder plugins(LoadedPlugins loaded) {
    plugins = Optional.of(loaded);
    return this;
  }

  /**
   * Sets the file that keeps the history between sessions; without it, the history ends with the
   * session.
   */
  public SessionBuilder historyFile(Path file) {
    historyFile = Optional.of(file);
    return this;
  }

  /** Sets the working directory of magics and shell commands; by default that of the process. */
  public SessionBuilder workingDirectory(Path folder) {
    workingDirectory = folder.toAbsolutePath();
    return this;
  }

  /** Sets further javac options for the code of cells, such as {@code -parameters}. */
  public SessionBuilder compilerOptions(List<String> options) {
    compilerOptions.addAll(options);
    return this;
  }

  /** Sets how long a single statement of a cell may run; by default there is no limit. */
  public SessionBuilder statementLimit(Duration limit) {
    statementLimit = Optional.of(limit);
    return this;
  }

  /** Creates the session; quick, as Java itself starts with {@link JavaSession#start}. */
  public JavaSession build() {
    return new JavaSession(this);
  }

  List<Path> classPath() {
    return List.copyOf(classPath);
  }

  List<String> compilerOptions() {
    return List.copyOf(compilerOptions);
  }

  Optional<Duration> statementLimit() {
    return statementLimit;
  }

  List<SessionExtension> extensions() {
    return List.copyOf(extensions);
  }

  LoadedPlugins plugins() {
    return plugins.orElseGet(
        () -> LoadedPlugins.ofClassPath(SessionBuilder.class.getClassLoader()));
  }

  Optional<Path> historyFile() {
    return historyFile;
  }

  Path workingDirectory() {
    return workingDirectory;
  }
}
