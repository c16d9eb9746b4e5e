package firesteel.spark.cluster;

import firesteel.spark.settings.SparkOptions;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Starts, finds and stops the standalone clusters of this user on this machine, whichever process
 * started them. Thread-safe.
 */
public final class Clusters implements AutoCloseable {
  /** The default name of a cluster that outlives its starter. */
  public static final String DEFAULT_NAME = "default";

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  /** A kernel has to exit soon after it was told to. */
  private static final Duration TIMEOUT_AT_END = Duration.ofMillis(700);

  private final Path root;
  private final Optional<Path> sparkHome;
  private final Map<String, StandaloneCluster> owned = new ConcurrentHashMap<>();
  private final Thread shutdownHook = new Thread(this::stopOwned, "firesteel-cluster-shutdown");
  private boolean hooked;

  /**
   * Manages the clusters whose files are in a folder.
   *
   * @param root the folder; created when the first cluster starts
   * @param sparkHome the Spark that new clusters run; empty for the one on the class path
   */
  public Clusters(Path root, Optional<Path> sparkHome) {
    this.root = Objects.requireNonNull(root, "root");
    this.sparkHome = Objects.requireNonNull(sparkHome, "sparkHome");
  }

  /**
   * Manages the clusters below {@code XDG_STATE_HOME} (by default {@code ~/.local/state}), with the
   * Spark that {@code SPARK_HOME} names.
   *
   * @param environment variables by name, as {@link System#getenv()} gives them
   */
  public static Clusters fromEnvironment(Map<String, String> environment) {
    SparkOptions options = SparkOptions.fromEnvironment(environment);
    return new Clusters(
        options.logFolder().resolveSibling("clusters").toAbsolutePath(),
        options.sparkHome().map(Path::toAbsolutePath));
  }

  /** Returns the default name of a cluster that ends with this process. */
  public static String ownName() {
    return "kernel-" + ProcessHandle.current().pid();
  }

  /**
   * Starts a cluster and waits until it is ready.
   *
   * @param name unique among the user's clusters
   * @param keep whether it shall outlive this process; else it ends with it or with {@link #close}
   * @throws ClusterException when it can't be started; nothing of it keeps running
   * @throws InterruptedException when the calling thread was interrupted; nothing of it keeps
   *     running
   */
  public ClusterState start(String name, ClusterOptions options, boolean keep)
      throws IOException, InterruptedException {
    if (!NAME.matcher(name).matches()) {
      throw new ClusterException(
          "\""
              + name
              + "\" can't be a cluster's name: letters, digits, dots and dashes, at most 40");
    }
    sweep();
    ClusterFolder folder = newFolder(name);
    StandaloneCluster cluster = StandaloneCluster.start(name, folder, options, sparkHome, keep);
    if (keep) {
      cluster.release();
    } else {
      own(name, cluster);
    }
    return cluster.state();
  }

  private ClusterFolder newFolder(String name) throws IOException {
    ClusterFolder folder = new ClusterFolder(root.resolve(name));
    Optional<ClusterState> former = folder.state();
    if (former.isPresent() && former.get().isAlive()) {
      throw new ClusterException(
          "the cluster "
              + name
              + " runs already, at "
              + former.get().url()
              + "; stop it first, or give the new one another name with --name");
    }
    if (former.isPresent()) {
      folder.delete();
    }
    try {
      return folder.make();
    } catch (FileAlreadyExistsException e) {
      throw new ClusterException(
          "a cluster "
              + name
              + " is just being started elsewhere, or its start was cut off; if nobody is"
              + " starting it, remove "
              + folder.path(),
          e);
    }
  }

  private synchronized void own(String name, StandaloneCluster cluster) {
    if (!hooked) {
      Runtime.getRuntime().addShutdownHook(shutdownHook);
      hooked = true;
    }
    owned.put(name, cluster);
  }

  /** Removes the files of clusters that have ended with the processes that started them. */
  private void sweep() throws IOException {
    for (ClusterState state : all()) {
      if (!state.isAlive() && !state.starter().isAlive()) {
        folder(state).delete();
      }
    }
  }

  /** Returns all running clusters, and those that have ended by themselves, by name. */
  public List<ClusterState> all() throws IOException {
    List<ClusterState> states = new ArrayList<>();
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(root, Files::isDirectory)) {
      for (Path folder : folders) {
        new ClusterFolder(folder).state().ifPresent(states::add);
      }
    } catch (NoSuchFileException e) {
      return states; // There has never been a cluster.
    }
    states.sort(Comparator.comparing(ClusterState::name));
    return states;
  }

  /**
   * Finds a cluster by name.
   *
   * @param name empty for this process's own cluster, or else the default one
   * @throws ClusterException when there is none; the message says which there are
   */
  public ClusterState find(Optional<String> name) throws IOException {
    List<ClusterState> all = all();
    List<String> wanted = name.map(List::of).orElse(List.of(ownName(), DEFAULT_NAME));
    for (String candidate : wanted) {
      for (ClusterState state : all) {
        if (state.name().equals(candidate)) {
          return state;
        }
      }
    }
    String others = String.join(", ", all.stream().map(ClusterState::name).toList());
    throw new ClusterException(
        name.map(given -> "there is no cluster " + given).orElse("there is no such cluster")
            + (others.isEmpty()
                ? "; none runs. Start one with cluster start"
                : "; there is: " + others + ". Name one with --name"));
  }

  /** Stops a cluster and removes its files. */
  public void stop(ClusterState state) {
    ClusterStop.stop(state, TIMEOUT);
    owned.remove(state.name());
    folder(state).delete();
  }

  /** See {@link ComposeProject#write}. */
  List<String> compose(Path folder, ClusterOptions options) throws IOException {
    return ComposeProject.write(folder, options, sparkHome);
  }

  /** Returns the file that a process of a cluster logs to. */
  Path log(ClusterState state, String member) {
    return folder(state).log(member);
  }

  /** Returns where a worker keeps the logs of its executors. */
  Path work(ClusterState state, String worker) {
    return folder(state).work(worker);
  }

  private ClusterFolder folder(ClusterState state) {
    return new ClusterFolder(root.resolve(state.name()));
  }

  /** Stops the clusters that this process started and did not keep. */
  @Override
  public void close() {
    stopOwned();
    unhook();
  }

  private synchronized void unhook() {
    try {
      if (hooked) {
        Runtime.getRuntime().removeShutdownHook(shutdownHook);
        hooked = false;
      }
    } catch (IllegalStateException e) {
      // The process is ending; the hook finds nothing to do.
    }
  }

  private void stopOwned() {
    for (StandaloneCluster cluster : List.copyOf(owned.values())) {
      ClusterState state = cluster.state();
      ClusterStop.stop(state, TIMEOUT_AT_END);
      folder(state).delete();
      owned.remove(state.name());
    }
  }
}
