package firesteel.testkit;

import firesteel.api.session.ExtensionProvider;
import firesteel.api.session.SessionExtension;
import firesteel.api.session.SessionSettings;
import firesteel.engine.JavaSession;
import firesteel.engine.plugin.LoadedPlugins;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Collects what a {@link TestSession} is made of. */
public final class TestSessionBuilder {
  private final List<SessionExtension> extensions = new ArrayList<>();
  private final Map<String, String> environment = new HashMap<>();
  private List<Path> classPath = classPathOfProcess();
  private Path workingDirectory = Path.of("");
  private final List<Path> pluginFolders = new ArrayList<>();
  private boolean discovers;

  TestSessionBuilder() {}

  /** Adds an extension; they are asked in the order in which they were added. */
  public TestSessionBuilder extension(SessionExtension extension) {
    extensions.add(extension);
    return this;
  }

  /**
   * Adds the extensions whose {@link ExtensionProvider} is on the class path, as Firesteel does
   * when it makes a session.
   */
  public TestSessionBuilder discoverExtensions() {
    discovers = true;
    return this;
  }

  /** Sets an environment variable for the providers of {@link #discoverExtensions}. */
  public TestSessionBuilder variable(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /**
   * Adds a folder like Firesteel's {@code plugins/}: each folder in it is a plug-in whose jars have
   * a class loader of their own.
   */
  public TestSessionBuilder pluginFolder(Path plugins) {
    pluginFolders.add(plugins);
    return this;
  }

  /** The folder that magics and shell commands start in; by default the folder of the process. */
  public TestSessionBuilder workingDirectory(Path folder) {
    workingDirectory = folder;
    return this;
  }

  /** The jars and folders that cells compile against; by default the class path of the test. */
  public TestSessionBuilder classPath(List<Path> entries) {
    classPath = List.copyOf(entries);
    return this;
  }

  /** Makes the session. Java itself starts with the first cell. */
  public TestSession build() {
    var builder = JavaSession.builder().classPath(classPath).workingDirectory(workingDirectory);
    extensions.forEach(builder::extension);
    LoadedPlugins plugins =
        new LoadedPlugins(
            TestSessionBuilder.class.getClassLoader(),
            pluginFolders,
            new SessionSettings(environment, Optional.empty()));
    if (discovers) {
      plugins.extensions(Set.of()).forEach(builder::extension);
    }
    builder.plugins(plugins);
    return new TestSession(builder.build());
  }

  private static List<Path> classPathOfProcess() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .toList();
  }
}
