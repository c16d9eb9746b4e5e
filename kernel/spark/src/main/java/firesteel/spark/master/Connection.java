package firesteel.spark.master;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The target, settings and jars that Spark is started with.
 *
 * @param target empty for the master that the settings name, by default {@code local[*]}
 * @param settings Spark settings that win over all others; may hold secrets
 * @param jars for driver and executors: paths or URLs
 * @param timeout how long to wait for the cluster to answer; empty for the default of its kind
 * @param plugin the plug-in's target, which determines target and settings when Spark starts; empty
 *     for a target that Spark itself supports
 */
public record Connection(
    Optional<Target> target,
    Map<String, String> settings,
    List<String> jars,
    Optional<Duration> timeout,
    Optional<PluginTarget> plugin) {
  /** The connection of a new kernel: its own settings decide. */
  public static final Connection DEFAULT =
      new Connection(Optional.empty(), Map.of(), List.of(), Optional.empty());

  /** Copies the collections. */
  public Connection {
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(timeout, "timeout");
    Objects.requireNonNull(plugin, "plugin");
    settings = Map.copyOf(settings);
    jars = List.copyOf(jars);
  }

  /** Creates a connection to a target that Spark itself supports. */
  public Connection(
      Optional<Target> target,
      Map<String, String> settings,
      List<String> jars,
      Optional<Duration> timeout) {
    this(target, settings, jars, timeout, Optional.empty());
  }

  /** Returns a connection with nothing but a target. */
  public static Connection to(Target target) {
    return new Connection(Optional.of(target), Map.of(), List.of(), Optional.empty());
  }

  /**
   * Returns the jars that are files: they are added to the class path of the cells, which sends
   * them to executors.
   */
  public List<Path> localJars() {
    return jars.stream().filter(jar -> !isUrl(jar)).map(Path::of).toList();
  }

  /** Returns the jars that are URLs: only executors load them. */
  public List<String> remoteJars() {
    return jars.stream().filter(Connection::isUrl).toList();
  }

  static boolean isUrl(String jar) {
    return jar.matches("[a-z][a-z0-9+]+:/.*");
  }

  /** Returns this connection with more settings, which win over its own. */
  public Connection with(Map<String, String> more) {
    Map<String, String> all = new LinkedHashMap<>(settings);
    all.putAll(more);
    return new Connection(target, all, jars, timeout, plugin);
  }

  /** Leaves out the settings' values, which may be secret. */
  @Override
  public String toString() {
    return "Connection[" + target + ", settings " + settings.keySet() + "]";
  }
}
