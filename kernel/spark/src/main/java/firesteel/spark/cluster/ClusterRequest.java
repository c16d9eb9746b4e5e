package firesteel.spark.cluster;

import firesteel.spark.settings.LogFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/**
 * Parses and runs a request of {@code %cluster} or {@code firesteel cluster}: their common
 * arguments.
 */
public final class ClusterRequest {
  /** The actions. */
  public enum Action {
    /** Start a cluster. */
    START,
    /** Stop one. */
    STOP,
    /** Show one or all. */
    STATUS,
    /** Show the last lines of a log. */
    LOGS,
    /** Write the files of a cluster in containers. */
    COMPOSE;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Parses an action; picocli's own message would list each name twice. */
  static final class ActionName implements ITypeConverter<Action> {
    @Override
    public Action convert(String text) {
      for (Action action : Action.values()) {
        if (action.toString().equals(text)) {
          return action;
        }
      }
      throw new TypeConversionException(
          "\"" + text + "\" is none of " + List.of(Action.values()) + ".");
    }
  }

  @Parameters(
      index = "0",
      paramLabel = "ACTION",
      converter = ActionName.class,
      description =
          "What to do: ${COMPLETION-CANDIDATES}; compose writes the files of a cluster in"
              + " containers.")
  private Action action;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "Which cluster, when there are several.")
  private String name;

  @Option(
      names = "--workers",
      paramLabel = "N",
      defaultValue = "2",
      description = "start, compose: how many workers; by default ${DEFAULT-VALUE}.")
  private int workers;

  @Option(
      names = "--cores",
      paramLabel = "N",
      defaultValue = "1",
      description = "start, compose: the cores of each worker; by default ${DEFAULT-VALUE}.")
  private int cores;

  @Option(
      names = "--memory",
      paramLabel = "SIZE",
      defaultValue = "1g",
      description = "start, compose: the memory of each worker; by default ${DEFAULT-VALUE}.")
  private String memory;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = ClusterOptions.LOOPBACK,
      description =
          "start, compose: the address to listen on; by default ${DEFAULT-VALUE}, which only this machine"
              + " reaches. Whoever reaches another one can run code as you.")
  private String host;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "0",
      description = "start, compose: the master's port; by default a free one, or 7077.")
  private int port;

  @Option(
      names = "--ui-port",
      paramLabel = "PORT",
      defaultValue = "0",
      description =
          "start, compose: the port of the master's web page; by default a free one, or 9090.")
  private int uiPort;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "15",
      description = "start: how long to wait for all workers; by default ${DEFAULT-VALUE}.")
  private int timeout;

  @Option(
      names = "--output",
      paramLabel = "FOLDER",
      defaultValue = "spark-cluster",
      description = "compose: where the files are written to; by default ${DEFAULT-VALUE}.")
  private Path output;

  @Option(
      names = "--worker",
      paramLabel = "N",
      description = "logs: of this worker, counted from 1; by default of the master.")
  private Integer worker;

  @Option(
      names = {"-n", "--lines"},
      paramLabel = "N",
      defaultValue = "20",
      description = "logs: how many lines; by default ${DEFAULT-VALUE}.")
  private int lines;

  /**
   * Runs the request.
   *
   * @param clusters the user's clusters
   * @param keep whether a cluster that is started outlives this process
   * @param inNotebook whether this is a kernel and not a command in a terminal
   * @param place resolves a path that the user gave
   * @param out takes the lines for the user
   * @throws ClusterException for errors in the user's terms; {@link IllegalArgumentException}
   *     likewise
   * @throws InterruptedException when the calling thread was interrupted
   */
  public void run(
      Clusters clusters,
      boolean keep,
      boolean inNotebook,
      UnaryOperator<Path> place,
      Consumer<String> out)
      throws IOException, InterruptedException {
    switch (action) {
      case START -> start(clusters, keep, inNotebook, out);
      case STOP -> {
        ClusterState state = clusters.find(Optional.ofNullable(name));
        clusters.stop(state);
        out.accept("Cluster " + state.name() + " is stopped.");
      }
      case STATUS -> status(clusters, out);
      case LOGS -> logs(clusters, out);
      case COMPOSE -> clusters.compose(place.apply(output), options()).forEach(out);
    }
  }

  private void start(Clusters clusters, boolean keep, boolean inNotebook, Consumer<String> out)
      throws IOException, InterruptedException {
    String chosen =
        Optional.ofNullable(name).orElse(keep ? Clusters.DEFAULT_NAME : Clusters.ownName());
    ClusterReport.started(clusters.start(chosen, options(), keep), inNotebook).forEach(out);
  }

  private ClusterOptions options() {
    return new ClusterOptions(
        workers, cores, memory, host, port, uiPort, Duration.ofSeconds(timeout));
  }

  private void status(Clusters clusters, Consumer<String> out) throws IOException {
    List<ClusterState> shown =
        name == null ? clusters.all() : List.of(clusters.find(Optional.of(name)));
    if (shown.isEmpty()) {
      out.accept("No cluster runs.");
    }
    for (ClusterState state : shown) {
      ClusterReport.status(state).forEach(out);
    }
  }

  private void logs(Clusters clusters, Consumer<String> out) throws IOException {
    ClusterState state = clusters.find(Optional.ofNullable(name));
    if (worker != null && (worker < 1 || worker > state.workers())) {
      throw new ClusterException(
          "cluster " + state.name() + " has no worker " + worker + ", but 1 to " + state.workers());
    }
    if (lines < 0) {
      throw new IllegalArgumentException("-n needs a number of lines that is not negative");
    }
    String member = worker == null ? ClusterState.MASTER : ClusterState.worker(worker);
    Path log = clusters.log(state, member);
    out.accept(log.toString());
    LogFiles.lastLines(log, lines).forEach(out);
    Path work = clusters.work(state, member);
    if (worker != null && Files.isDirectory(work)) {
      out.accept("The logs of its executors are below " + work);
    }
  }
}
