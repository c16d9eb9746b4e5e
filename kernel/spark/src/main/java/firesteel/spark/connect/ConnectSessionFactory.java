package firesteel.spark.connect;

import firesteel.spark.master.Connection;
import firesteel.spark.master.StartedSpark;
import firesteel.spark.master.Target;
import firesteel.spark.settings.SparkStartException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.connect.SparkSession;
import org.apache.spark.sql.connect.client.RetryPolicy;
import org.apache.spark.sql.connect.client.SparkConnectClient;
import org.sparkproject.io.grpc.ManagedChannel;
import org.sparkproject.io.grpc.StatusRuntimeException;
import scala.Option;
import scala.Some;
import scala.concurrent.duration.FiniteDuration;

/** Opens a session on a Connect server, or explains why that fails. */
final class ConnectSessionFactory {
  private static final Duration TIMEOUT = Duration.ofSeconds(15);

  /**
   * With the client's waits this is a minute of retries, as {@link ConnectionWatch#GIVE_UP_SECONDS}
   * says.
   */
  private static final int MAX_RETRIES = 17;

  private static final FiniteDuration FIRST_WAIT = FiniteDuration.apply(100, TimeUnit.MILLISECONDS);
  private static final FiniteDuration MAX_WAIT = FiniteDuration.apply(5, TimeUnit.SECONDS);
  private static final double WAIT_GROWTH = 2;

  private final Connection connection;
  private final Target target;
  private final Path classFolder;

  /** See {@link ConnectStarter#start}. */
  ConnectSessionFactory(Connection connection, Path classFolder) {
    this.connection = connection;
    this.target = connection.target().orElseThrow();
    this.classFolder = classFolder;
  }

  /**
   * Opens the session.
   *
   * @throws SparkStartException when it can't; the message is for the user
   */
  StartedSpark open() {
    ConnectionWatch watch = new ConnectionWatch();
    ClassUploads classes = new ClassUploads(classFolder);
    ConnectCalls calls = new ConnectCalls(watch, classes);
    SparkConnectClient.Configuration wanted = configuration(calls);
    ManagedChannel channel = wanted.createChannel();
    try {
      SparkConnectClient client = new SparkConnectClient(wanted, channel);
      String address = wanted.host() + ":" + wanted.port();
      ServerLink server =
          new ServerLink(channel, wanted.userContext(), client.sessionId(), address);
      ServerVersion version = ServerVersion.parse(ask(server, wanted));
      watch.watch(server);
      // Functions must be found in the messages that are sent.
      client.setPlanCompressionOptions(Option.empty());
      SparkSession session = SparkSession.builder().client(client).create();
      session.registerClassFinder(classes);
      List<String> notes = new ArrayList<>();
      version.limits(ServerVersion.ofClient()).ifPresent(notes::add);
      addJars(session, notes);
      set(session, notes);
      return new ConnectSpark(
          session, server, calls, watch, version.text(), connection.settings(), notes);
    } catch (Throwable e) { // Scala's code also throws checked exceptions, undeclared.
      watch.close();
      channel.shutdownNow();
      throw e;
    }
  }

  private SparkConnectClient.Configuration configuration(ConnectCalls calls) {
    try {
      return SparkConnectClient.builder()
          .connectionString(target.url())
          .userAgent("firesteel")
          .retryPolicy(retries())
          .interceptor(calls)
          .configuration();
    } catch (RuntimeException e) {
      // The client's own message, and its cause, may hold the token.
      throw new SparkStartException(
          target.shown()
              + " is not an address of a Spark Connect server."
              + "\nOne looks like sc://host:15002, with options as in"
              + " sc://host:15002/;use_ssl=true;token=...;user_id=name",
          null);
    }
  }

  private static RetryPolicy retries() {
    RetryPolicy usual = RetryPolicy.defaultPolicy();
    return new RetryPolicy(
        Some.apply(MAX_RETRIES),
        FIRST_WAIT,
        Some.apply(MAX_WAIT),
        WAIT_GROWTH,
        usual.jitter(),
        usual.minJitterThreshold(),
        usual.canRetry(),
        usual.name(),
        usual.recognizeServerRetryDelay(),
        usual.maxServerRetryDelay());
  }

  private String ask(ServerLink server, SparkConnectClient.Configuration wanted) {
    long millis = connection.timeout().orElse(TIMEOUT).toMillis();
    boolean hasToken = wanted.token().isDefined();
    // The client sends a token only over TLS, except to exactly this host name.
    boolean secure =
        wanted.isSslEnabled().contains(true) || hasToken && !wanted.host().equals("localhost");
    try {
      return server.version(millis);
    } catch (StatusRuntimeException e) {
      throw new SparkStartException(
          ConnectFailure.explain(e, server.address(), secure, hasToken, millis), null);
    }
  }

  /** Adds the jars that are files, as jars that are added later. */
  private void addJars(SparkSession session, List<String> notes) {
    for (String jar : connection.remoteJars()) {
      try {
        session.addArtifact(JarNames.uri(jar));
      } catch (UnsupportedOperationException e) {
        notes.add("Not sent to the server, which takes files only: " + jar);
      }
    }
  }

  /**
   * Applies SQL settings, which a running server accepts; it can't change those of its own start
   * any more.
   */
  private void set(SparkSession session, List<String> notes) {
    TreeSet<String> refused = new TreeSet<>();
    new TreeMap<>(connection.settings())
        .forEach(
            (name, value) -> {
              try {
                session.conf().set(name, value);
              } catch (Exception e) { // AnalysisException is checked, but not declared.
                refused.add(name);
              }
            });
    if (!refused.isEmpty()) {
      notes.add(
          "Not set, as the server was started without: "
              + String.join(", ", refused)
              + ". Its operator sets these.");
    }
  }
}
