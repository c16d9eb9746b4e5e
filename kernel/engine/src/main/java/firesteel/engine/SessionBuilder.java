package firesteel.engine;

import firesteel.api.session.SessionExtension;
import firesteel.engine.plugin.LoadedPlugins;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Collects what a {@link JavaSession} is made of. */
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
   * The jars and folders that cells compile against. The classes themselves must be visible to the
   * class loader that loaded the engine.
   */
  public SessionBuilder classPath(List<Path> entries) {
    classPath.addAll(entries);
    return this;
  }

  /** Adds an extension; they are asked in the order in which they were added. */
  public SessionBuilder extension(SessionExtension extension) {
    extensions.add(Objects.requireNonNull(extension, "extension"));
    return this;
  }

  /** What plug-ins bring; the session closes it. By default those of the engine's class path. */
  public SessionBuilder plugins(LoadedPlugins loaded) {
    plugins = Optional.of(loaded);
    return this;
  }

  /** The file that keeps the history between sessions; without it the history ends with them. */
  public SessionBuilder historyFile(Path file) {
    historyFile = Optional.of(file);
    return this;
  }

  /** The folder that magics and shell commands start in; by default the process's. */
  public SessionBuilder workingDirectory(Path folder) {
    workingDirectory = folder.toAbsolutePath();
    return this;
  }

  /** More options of javac for the code of cells, such as {@code -parameters}. */
  public SessionBuilder compilerOptions(List<String> options) {
    compilerOptions.addAll(options);
    return this;
  }

  /** How long a single statement of a cell may run; by default as long as it takes. */
  public SessionBuilder statementLimit(Duration limit) {
    statementLimit = Optional.of(limit);
    return this;
  }

  /** Makes the session; cheap: Java itself starts with {@link JavaSession#start}. */
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
