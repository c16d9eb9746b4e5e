package firesteel.spark.master;

import firesteel.spark.cluster.ClusterUrl;
import firesteel.spark.cluster.Clusters;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes a {@link Connection} of what a user asks for: a target or a profile, and options that win
 * over the profile's.
 */
public final class ConnectionBuilder {
  private final Target target;
  private final Path folder;
  private final Map<String, String> settings = new LinkedHashMap<>();
  private final List<String> jars = new ArrayList<>();
  private final List<String> packages = new ArrayList<>();
  private Optional<Duration> timeout = Optional.empty();

  private ConnectionBuilder(Target target, Path folder) {
    this.target = target;
    this.folder = folder;
  }

  /**
   * Starts with a target.
   *
   * @param text a target as {@link Target#parse} takes it, {@code @profile}, or {@code cluster} or
   *     the name of a cluster that runs on this machine
   * @param folder what relative paths start from, and where profiles are looked for
   * @throws IllegalArgumentException when there is no such target or profile
   */
  public static ConnectionBuilder of(String text, Path folder, Map<String, String> environment) {
    if (!text.startsWith("@")) {
      return new ConnectionBuilder(target(text, environment), folder);
    }
    Profile profile = Profiles.of(folder, environment).find(text.substring(1));
    ConnectionBuilder builder = new ConnectionBuilder(Target.parse(profile.master()), folder);
    profile.hadoopConf().ifPresent(conf -> builder.hadoopConf(folder.resolve(conf)));
    builder.settings.putAll(profile.settings());
    builder.jars(profile.jars());
    builder.packages(profile.packages());
    return builder;
  }

  private static Target target(String text, Map<String, String> environment) {
    try {
      return Target.parse(text);
    } catch (IllegalArgumentException e) {
      return Target.parse(
          ClusterUrl.of(text.strip(), Clusters.fromEnvironment(environment)).orElseThrow(() -> e));
    }
  }

  /** A Spark setting. */
  public ConnectionBuilder set(String name, String value) {
    settings.put(name, value);
    return this;
  }

  /**
   * How many executors, of how many cores. A standalone cluster takes the number by way of the
   * cores in all.
   *
   * @param count empty for the cluster's default
   * @param cores empty for the cluster's default
   */
  public ConnectionBuilder executors(Optional<Integer> count, Optional<Integer> cores) {
    cores.ifPresent(n -> settings.put("spark.executor.cores", Integer.toString(n)));
    if (count.isPresent() && target.kind() == Target.Kind.STANDALONE) {
      int each = Integer.parseInt(settings.computeIfAbsent("spark.executor.cores", key -> "1"));
      settings.put("spark.cores.max", Integer.toString(each * count.get()));
    }
    count.ifPresent(n -> settings.put("spark.executor.instances", Integer.toString(n)));
    return this;
  }

  /** The configuration of a Hadoop cluster; settings win over it. */
  public ConnectionBuilder hadoopConf(Path conf) {
    HadoopConf.settings(conf).forEach(settings::putIfAbsent);
    return this;
  }

  /** How long to wait for the cluster. */
  public ConnectionBuilder timeout(Duration wait) {
    timeout = Optional.of(wait);
    return this;
  }

  /**
   * Jars for driver and executors.
   *
   * @throws IllegalArgumentException when one isn't there
   */
  public ConnectionBuilder jars(List<String> names) {
    for (String name : names) {
      if (Connection.isUrl(name)) {
        jars.add(name);
        continue;
      }
      Path jar = folder.resolve(name);
      if (!Files.isRegularFile(jar)) {
        throw new IllegalArgumentException("There is no jar " + jar + ".");
      }
      jars.add(jar.toAbsolutePath().normalize().toString());
    }
    return this;
  }

  /** Packages for driver and executors: {@code group:artifact:version}. */
  public ConnectionBuilder packages(List<String> names) {
    packages.addAll(names);
    return this;
  }

  /** Whether {@link #build} fetches packages, with Spark's own classes. */
  public boolean hasPackages() {
    return !packages.isEmpty();
  }

  /**
   * The connection, with the jars of its packages.
   *
   * @throws IllegalArgumentException when a package can't be had
   */
  public Connection build() {
    List<String> all = new ArrayList<>(jars);
    if (!packages.isEmpty()) {
      all.addAll(
          Packages.resolve(packages, Optional.ofNullable(settings.get("spark.jars.repositories"))));
    }
    return new Connection(Optional.of(target), settings, all, timeout);
  }
}
