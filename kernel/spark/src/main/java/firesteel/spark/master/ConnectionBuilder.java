package firesteel.spark.master;

import firesteel.api.plugin.Plugins;
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
 * Builds a {@link Connection} from a target or a profile, and from options, which win over the
 * profile's.
 */
public final class ConnectionBuilder {
  private final Optional<Target> target;
  private final Path folder;
  private final Map<String, String> settings = new LinkedHashMap<>();
  private final List<String> jars = new ArrayList<>();
  private final List<String> packages = new ArrayList<>();
  private Optional<Duration> timeout = Optional.empty();

  private Optional<PluginTarget> plugin;

  private ConnectionBuilder(Optional<Target> target, Optional<PluginTarget> plugin, Path folder) {
    this.target = target;
    this.plugin = plugin;
    this.folder = folder;
  }

  /**
   * Starts with a target or profile.
   *
   * @param text a target as {@link Target#parse} takes it, {@code @profile}, or {@code cluster} or
   *     the name of a cluster that runs on this machine
   * @param folder the folder that relative paths start from, and where profiles are looked up
   * @throws IllegalArgumentException when there is no such target or profile
   */
  public static ConnectionBuilder of(String text, Path folder, Map<String, String> environment) {
    return of(text, folder, environment, new NoPlugins());
  }

  /**
   * Starts with a target, which may be a plug-in's: {@code NAME} or {@code NAME://PLACE}; otherwise
   * like {@link #of(String, Path, Map)}.
   */
  public static ConnectionBuilder of(
      String text, Path folder, Map<String, String> environment, Plugins plugins) {
    if (!text.startsWith("@")) {
      return at(text, folder, environment, plugins);
    }
    Profile profile = Profiles.of(folder, environment).find(text.substring(1));
    ConnectionBuilder builder = at(profile.master(), folder, environment, plugins);
    profile.hadoopConf().ifPresent(conf -> builder.hadoopConf(folder.resolve(conf)));
    builder.settings.putAll(profile.settings());
    builder.jars(profile.jars());
    builder.packages(profile.packages());
    return builder;
  }

  private static ConnectionBuilder at(
      String text, Path folder, Map<String, String> environment, Plugins plugins) {
    String place = text.strip();
    try {
      return new ConnectionBuilder(Optional.of(Target.parse(place)), Optional.empty(), folder);
    } catch (IllegalArgumentException e) {
      Optional<String> cluster = ClusterUrl.of(place, Clusters.fromEnvironment(environment));
      if (cluster.isPresent()) {
        return new ConnectionBuilder(
            Optional.of(Target.parse(cluster.get())), Optional.empty(), folder);
      }
      Optional<PluginTarget> plugin = PluginTarget.find(place, folder, environment, plugins);
      if (plugin.isPresent()) {
        return new ConnectionBuilder(Optional.empty(), plugin, folder);
      }
      throw new IllegalArgumentException(
          e.getMessage()
              + plugins
                  .howToAdd(Plugins.Kind.TARGET, PluginTarget.nameIn(place))
                  .map(sentence -> "\n" + sentence)
                  .orElse(""),
          e);
    }
  }

  /**
   * Sets an option of a plug-in's target.
   *
   * @throws IllegalArgumentException when the target has no such option
   */
  public ConnectionBuilder option(String name, String value) {
    plugin =
        Optional.of(
            plugin
                .orElseThrow(
                    () ->
                        new IllegalArgumentException(
                            "--option is for targets of plug-ins; Spark's settings are given by"
                                + " --conf."))
                .with(name, value));
    return this;
  }

  /** Adds a Spark setting. */
  public ConnectionBuilder set(String name, String value) {
    settings.put(name, value);
    return this;
  }

  /**
   * Sets the number of executors and of their cores. For a standalone cluster the number is set
   * through the total of cores.
   *
   * @param count empty for the cluster's default
   * @param cores empty for the cluster's default
   */
  public ConnectionBuilder executors(Optional<Integer> count, Optional<Integer> cores) {
    cores.ifPresent(n -> settings.put("spark.executor.cores", Integer.toString(n)));
    boolean standalone = target.filter(t -> t.kind() == Target.Kind.STANDALONE).isPresent();
    if (count.isPresent() && standalone) {
      int each = Integer.parseInt(settings.computeIfAbsent("spark.executor.cores", key -> "1"));
      settings.put("spark.cores.max", Integer.toString(each * count.get()));
    }
    count.ifPresent(n -> settings.put("spark.executor.instances", Integer.toString(n)));
    return this;
  }

  /** Sets the folder with the configuration of a Hadoop cluster; Spark settings win over it. */
  public ConnectionBuilder hadoopConf(Path conf) {
    HadoopConf.settings(conf).forEach(settings::putIfAbsent);
    return this;
  }

  /** Sets how long to wait for the cluster. */
  public ConnectionBuilder timeout(Duration wait) {
    timeout = Optional.of(wait);
    return this;
  }

  /**
   * Adds jars for driver and executors.
   *
   * @throws IllegalArgumentException when a jar doesn't exist
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

  /** Adds packages for driver and executors: {@code group:artifact:version}. */
  public ConnectionBuilder packages(List<String> names) {
    packages.addAll(names);
    return this;
  }

  /** Whether {@link #build} downloads packages, for which it needs Spark's classes. */
  public boolean hasPackages() {
    return !packages.isEmpty();
  }

  /**
   * Builds the connection, with the jars of its packages.
   *
   * @throws IllegalArgumentException when a package can't be resolved
   */
  public Connection build() {
    List<String> all = new ArrayList<>(jars);
    if (!packages.isEmpty()) {
      all.addAll(
          Packages.resolve(packages, Optional.ofNullable(settings.get("spark.jars.repositories"))));
    }
    return new Connection(target, settings, all, timeout, plugin);
  }

  /** Has no plug-ins, for sessions that have loaded none. */
  private static final class NoPlugins implements Plugins {
    @Override
    public <T> List<T> services(Class<T> type) {
      return List.of();
    }

    @Override
    public List<String> problems() {
      return List.of();
    }

    @Override
    public Optional<String> howToAdd(Kind kind, String name) {
      return Optional.empty();
    }
  }
}
