package firesteel.spark.cluster;

import firesteel.spark.settings.LogFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * A master and workers that this process has started. They end with it, however it ends, unless
 * {@link #release} was called. Used by one thread at a time.
 */
public final class StandaloneCluster {
  private static final int LINES_OF_LOG = 8;
  private static final int LINES_SEARCHED = 200;
  private static final int MAX_LINE_LENGTH = 300;
  private static final Pattern FRAME = Pattern.compile("\\s+(at |\\.\\.\\. \\d+ more)");

  /** The pause between two requests to the master. */
  private static final long PAUSE_MILLIS = 100;

  private final String name;
  private final ClusterFolder folder;
  private final ClusterOptions options;
  private final boolean kept;
  private final Map<String, Process> processes = new LinkedHashMap<>();
  private final long deadline;
  private String url;
  private String ui;
  private ClusterSpark spark;

  private StandaloneCluster(
      String name, ClusterFolder folder, ClusterOptions options, boolean kept) {
    this.name = name;
    this.folder = folder;
    this.options = options;
    this.kept = kept;
    this.deadline = System.nanoTime() + options.timeout().toNanos();
  }

  /**
   * Starts a cluster and waits until all its workers have registered.
   *
   * @param folder a new folder for its files
   * @param sparkHome what {@code SPARK_HOME} names
   * @throws ClusterException when it isn't ready in time; nothing of it keeps running, and its logs
   *     stay
   * @throws InterruptedException when the calling thread was interrupted; nothing of it keeps
   *     running
   */
  static StandaloneCluster start(
      String name,
      ClusterFolder folder,
      ClusterOptions options,
      Optional<Path> sparkHome,
      boolean kept)
      throws IOException, InterruptedException {
    StandaloneCluster cluster = new StandaloneCluster(name, folder, options, kept);
    boolean started = false;
    try {
      cluster.spark = ClusterSpark.ofThisProcess(sparkHome, folder.home());
      cluster.startAll();
      started = true;
      return cluster;
    } finally {
      if (!started) {
        ClusterStop.stop(cluster.state(), Duration.ZERO);
      }
      if (cluster.processes.isEmpty()) {
        folder.delete();
      }
    }
  }

  private void startAll() throws IOException, InterruptedException {
    InetAddress address = address(options.host());
    int port = free("--port", address, options.port());
    int uiPort = free("--ui-port", address, options.uiPort());
    url = "spark://" + options.host() + ":" + port;
    ui = "http://" + options.host() + ":" + uiPort;
    DaemonLauncher launcher = new DaemonLauncher(spark, folder, options);
    processes.put(ClusterState.MASTER, launcher.master(port, uiPort));
    folder.write(state());
    // A worker that starts before its master tries again only seconds later.
    await(0);
    for (int number = 1; number <= options.workers(); number++) {
      String worker = ClusterState.worker(number);
      processes.put(worker, launcher.worker(worker, url));
    }
    folder.write(state());
    await(options.workers());
  }

  private static InetAddress address(String host) throws ClusterException {
    try {
      InetAddress address = InetAddress.getByName(host);
      if (address.isAnyLocalAddress()) {
        throw new ClusterException(
            "--host " + host + " names no single address; name the one that drivers connect to");
      }
      return address;
    } catch (UnknownHostException e) {
      throw new ClusterException("--host " + host + ": there is no host of that name", e);
    }
  }

  private static int free(String option, InetAddress address, int wanted) throws ClusterException {
    try (ServerSocket probe = new ServerSocket()) {
      probe.bind(new InetSocketAddress(address, wanted));
      return probe.getLocalPort();
    } catch (IOException e) {
      throw new ClusterException(
          wanted == 0
              ? "--host " + address.getHostAddress() + " is no address of this machine"
              : "port "
                  + wanted
                  + " can't be had ("
                  + e.getMessage()
                  + "); choose another with "
                  + option
                  + ", or 0 for a free one",
          e);
    }
  }

  /** Waits for the master and a number of workers. */
  private void await(int workers) throws IOException, InterruptedException {
    Process waitedFor = processes.get(ClusterState.MASTER);
    int registered = 0;
    while (true) {
      Optional<MasterPage.Report> report = MasterPage.ask(ui);
      registered = report.map(found -> found.workers().size()).orElse(0);
      if (report.filter(MasterPage.Report::isReady).isPresent() && registered >= workers) {
        return;
      }
      for (Map.Entry<String, Process> member : processes.entrySet()) {
        if (!member.getValue().isAlive()) {
          throw ended(member.getKey(), member.getValue().exitValue());
        }
      }
      if (System.nanoTime() > deadline) {
        throw tooSlow(report.isPresent(), registered);
      }
      waitedFor.waitFor(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private ClusterException ended(String member, int status) {
    return new ClusterException(
        "the cluster did not start: its "
            + member
            + " ended with status "
            + status
            + ".\n"
            + endOfLog(member));
  }

  private ClusterException tooSlow(boolean masterAnswers, int registered) {
    String missing =
        masterAnswers
            ? registered + " of " + options.workers() + " workers had registered"
            : "the master did not answer";
    return new ClusterException(
        "the cluster was not ready within "
            + options.timeout().toSeconds()
            + " s: "
            + missing
            + ". On a busy machine give it longer: --timeout "
            + options.timeout().toSeconds() * 4
            + "\n"
            + endOfLog(masterAnswers ? ClusterState.worker(1) : ClusterState.MASTER));
  }

  private String endOfLog(String member) {
    Path log = folder.log(member);
    StringBuilder text = new StringBuilder("The end of " + log + ":");
    try {
      List<String> lines =
          LogFiles.lastLines(log, LINES_SEARCHED).stream()
              .filter(line -> !FRAME.matcher(line).lookingAt())
              .toList();
      for (String line : lines.subList(Math.max(0, lines.size() - LINES_OF_LOG), lines.size())) {
        text.append("\n  ").append(line, 0, Math.min(MAX_LINE_LENGTH, line.length()));
      }
    } catch (IOException e) {
      text.append(" (it can't be read: ").append(e.getMessage()).append(')');
    }
    return text.toString();
  }

  /** Returns what is stored about it. */
  public ClusterState state() {
    List<ClusterState.Member> members = new ArrayList<>();
    processes.forEach(
        (member, process) -> members.add(ClusterState.Member.of(member, process.toHandle())));
    return new ClusterState(
        name,
        url,
        ui,
        spark == null ? "" : spark.version(),
        Runtime.version().feature(),
        options.cores(),
        options.memory(),
        kept,
        ClusterState.Member.of("starter", ProcessHandle.current()),
        members);
  }

  /** Lets the processes outlive this one from now on. */
  void release() throws IOException {
    for (Process process : processes.values()) {
      try (OutputStream pipe = process.getOutputStream()) {
        pipe.write(ClusterDaemon.KEEP);
      }
    }
  }
}
