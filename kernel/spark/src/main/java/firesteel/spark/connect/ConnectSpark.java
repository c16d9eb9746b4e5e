package firesteel.spark.connect;

import firesteel.api.session.RunningCell;
import firesteel.spark.closure.Closures;
import firesteel.spark.jobs.JobTracker;
import firesteel.spark.jobs.ProgressDisplay;
import firesteel.spark.master.SparkStatus;
import firesteel.spark.master.StartedSpark;
import firesteel.spark.settings.SparkStartException;
import firesteel.spark.streams.RunningQueries;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.connect.SparkSession;
import org.sparkproject.io.grpc.StatusRuntimeException;

/** A session on a Spark Connect server. Thread-safe. */
final class ConnectSpark implements StartedSpark {
  /** The same pattern as Spark's spark.redaction.regex. */
  private static final Pattern SECRET = Pattern.compile("(?i)secret|password|token|access[.]?key");

  private static final long STOP_MILLIS = 2000;

  private final SparkSession session;
  private final ServerLink server;
  private final ConnectCalls calls;
  private final ConnectionWatch connection;
  private final String version;
  private final Map<String, String> settings;
  private final List<String> notes;
  private final AtomicBoolean stopped = new AtomicBoolean();

  /**
   * Wraps a working session.
   *
   * @param version the server's version
   * @param settings the settings that the session was opened with
   * @param notes what won't work, a line each, for the user
   */
  ConnectSpark(
      SparkSession session,
      ServerLink server,
      ConnectCalls calls,
      ConnectionWatch connection,
      String version,
      Map<String, String> settings,
      List<String> notes) {
    this.session = session;
    this.server = server;
    this.calls = calls;
    this.connection = connection;
    this.version = version;
    this.settings = Map.copyOf(settings);
    this.notes = List.copyOf(notes);
  }

  @Override
  public SparkSession session() {
    return session;
  }

  @Override
  public JavaSparkContext context() {
    throw new SparkStartException(
        "`sc` and RDDs don't exist on Spark Connect: the SparkContext is in the server."
            + "\nUse `spark` and Datasets (map, filter, mapPartitions, reduce take lambdas too), or"
            + " connect to a master, such as %spark connect local[*] or spark://host:7077.",
        null);
  }

  /** Whether it was stopped here, or the server has ended the session or is gone. */
  @Override
  public boolean isStopped() {
    return stopped.get()
        || connection.isLost()
        || session.client().channel().isShutdown()
        || !session.client().isSessionValid();
  }

  @Override
  public boolean owns(org.apache.spark.sql.SparkSession theirs) {
    return theirs instanceof SparkSession connected
        && !isStopped()
        && !connected.client().channel().isShutdown();
  }

  @Override
  public boolean isSameApplication(StartedSpark other) {
    return other instanceof ConnectSpark connect && connect.session == session;
  }

  /** Returns a setting as given when the session was opened; the server isn't asked. */
  @Override
  public Optional<String> setting(String name) {
    return Optional.ofNullable(settings.get(name));
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public boolean isRemote() {
    return true;
  }

  @Override
  public String description() {
    return "Spark "
        + version
        + " by Spark Connect at "
        + server.address()
        + notes.stream().map(note -> "\n" + note).collect(Collectors.joining());
  }

  @Override
  public JobTracker watch(Map<String, RunningCell> runningCells, ProgressDisplay progress) {
    ConnectJobs jobs = new ConnectJobs(server, runningCells, progress);
    calls.observe(jobs);
    return jobs;
  }

  @Override
  public void attach(Closures closures) {
    calls.give(
        new VariablesOnServer(
            closures.functionValues(new LargeValueUploads(session)), closures.loader(), server));
  }

  @Override
  public SparkStatus status() {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("connected", "Spark Connect at " + server.address());
    facts.put("Spark", version + " (server), " + ServerVersion.ofClient().text() + " (client)");
    facts.put("session", server.sessionId());
    facts.put("has not", "sc and RDDs: the SparkContext is in the server");
    notes.forEach(note -> facts.put("note", note));
    Map<String, String> shown = new TreeMap<>(settings);
    shown.replaceAll((name, value) -> SECRET.matcher(name).find() ? "********" : value);
    return new SparkStatus(facts, Optional.empty(), List.of(), shown);
  }

  @Override
  public RunningQueries queries() {
    return new RunningQueries(() -> List.of(session.streams().active()));
  }

  @Override
  public void addJar(String jar) {
    session.addArtifact(JarNames.uri(jar));
  }

  @Override
  public void stop() {
    if (!stopped.compareAndSet(false, true)) {
      return;
    }
    connection.close();
    try {
      // A server that doesn't answer can't be told about the end.
      server.interruptAll(STOP_MILLIS);
      session.stop();
    } catch (StatusRuntimeException e) {
      session.client().channel().shutdownNow();
    } finally {
      calls.close();
    }
  }
}
