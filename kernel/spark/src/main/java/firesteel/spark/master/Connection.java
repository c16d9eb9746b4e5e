package firesteel.spark.master;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What Spark is started with.
 *
 * @param target empty for the master that the settings name, by default {@code local[*]}
 * @param settings Spark settings that win over all others; may hold secrets
 * @param jars for driver and executors: paths or URLs
 * @param packages for driver and executors: {@code group:artifact:version}
 * @param timeout how long to wait for the cluster to answer; empty for the default of its kind
 */
public record Connection(
    Optional<Target> target,
    Map<String, String> settings,
    List<String> jars,
    List<String> packages,
    Optional<Duration> timeout) {
  /** What a kernel starts with: its own settings decide. */
  public static final Connection DEFAULT =
      new Connection(Optional.empty(), Map.of(), List.of(), List.of(), Optional.empty());

  /** Copies the collections. */
  public Connection {
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(timeout, "timeout");
    settings = Map.copyOf(settings);
    jars = List.copyOf(jars);
    packages = List.copyOf(packages);
  }

  /** A connection with nothing but a target. */
  public static Connection to(Target target) {
    return new Connection(Optional.of(target), Map.of(), List.of(), List.of(), Optional.empty());
  }

  /** This connection with more settings, which win. */
  public Connection with(Map<String, String> more) {
    Map<String, String> all = new LinkedHashMap<>(settings);
    all.putAll(more);
    return new Connection(target, all, jars, packages, timeout);
  }

  /** Without its settings' values, which may be secret. */
  @Override
  public String toString() {
    return "Connection[" + target + ", settings " + settings.keySet() + "]";
  }
}
