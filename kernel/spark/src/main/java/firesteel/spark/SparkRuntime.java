package firesteel.spark;

import firesteel.api.error.ErrorSummary;
import firesteel.api.session.RunningCell;
import firesteel.api.session.Session;
import firesteel.spark.added.AddedJars;
import firesteel.spark.closure.Closures;
import firesteel.spark.closure.NotebookCode;
import firesteel.spark.error.ServerErrors;
import firesteel.spark.error.SparkErrors;
import firesteel.spark.jobs.CellThreads;
import firesteel.spark.jobs.ProgressDisplay;
import firesteel.spark.master.Connection;
import firesteel.spark.master.OpenConnection;
import firesteel.spark.master.StartedSpark;
import firesteel.spark.settings.SparkOptions;
import firesteel.spark.settings.SparkStartException;
import firesteel.spark.start.ClassicSpark;
import firesteel.spark.start.JavaLogBridge;
import firesteel.spark.start.LazySpark;
import firesteel.spark.start.SparkStarter;
import firesteel.spark.start.SparkStop;
import firesteel.spark.start.SparkWarmUp;
import firesteel.spark.start.TemporaryDirectory;
import firesteel.spark.streams.QuerySnapshot;
import firesteel.spark.table.SparkRenderers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.spark.SparkThrowable;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts, connects and stops Spark: the part of {@link SparkExtension} that needs Spark's classes.
 * Thread-safe.
 */
final class SparkRuntime implements AutoCloseable {
  static final String NOT_STARTED = "Spark starts with its first use, or when you pause";

  /** Spark has usually started sooner; a cell that waits longer says what it waits for. */
  private static final long SILENT_MILLIS = 1000;

  /**
   * A kernel has to exit within 2 s of being told to; what Spark hasn't ended by then ends with the
   * process.
   */
  private static final long LAST_STOP_MILLIS = 1200;

  private static final Duration PAUSE_BEFORE_WARM_UP = Duration.ofSeconds(3);
  private static final String PROGRESS_SETTING = "spark.firesteel.progress";

  /** Spark usually stops in less than a second; a cluster that is gone makes it wait. */
  private static final long STOP_MILLIS = 10_000;

  private final SparkOptions options;
  private final Session session;
  private final AddedJars addedJars;
  private final Runnable prepare;
  private final TemporaryDirectory scratch;
  private final SparkStarter starter;
  private final LazySpark lazy;
  private final ProgressDisplay progress;
  private final CurrentSparkJobs watched;
  private final ProgramSettings programs;
  private volatile Connection connection;
  private final AtomicReference<OpenConnection> next = new AtomicReference<>();
  private final AtomicReference<OpenConnection> opened = new AtomicReference<>();
  private volatile boolean used;
  private final Thread shutdownHook;
  private final AtomicBoolean renderersRegistered = new AtomicBoolean();
  private final AtomicBoolean orphansDeleted = new AtomicBoolean();
  private final AtomicBoolean closed = new AtomicBoolean();

  SparkRuntime(
      SparkOptions options,
      Connection first,
      Session session,
      Path workingDirectory,
      NotebookCode code,
      Map<String, RunningCell> runningCells,
      AddedJars addedJars,
      Runnable prepare) {
    this.addedJars = addedJars;
    this.options = options;
    this.connection = first;
    this.session = session;
    this.prepare = prepare;
    try {
      this.scratch = TemporaryDirectory.create(options.temporaryFolder());
    } catch (IOException e) {
      throw new SparkStartException(
          "Spark did not start: no folder can be made in "
              + options.temporaryFolder()
              + "; make room or set -Djava.io.tmpdir.",
          e);
    }
    this.shutdownHook = new Thread(this::close, "firesteel-spark-shutdown");
    Runtime.getRuntime().addShutdownHook(shutdownHook);
    this.starter = new SparkStarter(options, workingDirectory, scratch.folder(), code.folder());
    this.lazy = new LazySpark(this::startNow, this::warmUpInBackground);
    this.progress = new ProgressDisplay(this::showsProgress);
    Closures closures =
        new Closures(
            code,
            session.classLoader(),
            session::variables,
            (job, text) ->
                CellThreads.cellOf(job)
                    .map(runningCells::get)
                    .ifPresent(cell -> cell.outputs().stderr(text)));
    this.watched = new CurrentSparkJobs(runningCells, progress, closures);
    this.programs =
        new ProgramSettings(
            starter::hasPublished,
            text -> RunningCell.current().ifPresent(cell -> cell.outputs().stderr(text)));
  }

  /** Starts Spark in the background. */
  void start() {
    lazy.start();
  }

  /** Starts Spark; called on the starting thread. */
  private StartedSpark startNow() {
    Thread.currentThread().setContextClassLoader(session.classLoader());
    prepare();
    StartedSpark started = startAt(connection);
    watched.watch(started);
    addedJars.follow(started, scratch.folder());
    deleteOrphans();
    return started;
  }

  private StartedSpark startAt(Connection wanted) {
    OpenConnection at = next.getAndSet(null);
    if (at == null || !at.isFor(wanted)) {
      closeOpened(at); // The connection has changed since.
      closeOpened(opened.getAndSet(null)); // A cell has stopped Spark.
      at = open(wanted);
    }
    try {
      StartedSpark started = starter.start(at.connection());
      closeOpened(opened.getAndSet(at));
      return started;
    } catch (RuntimeException | LinkageError e) {
      at.close();
      throw e;
    }
  }

  private static OpenConnection open(Connection wanted) {
    try {
      return OpenConnection.of(wanted, SparkRuntime::tell);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SparkStartException("The connection was interrupted.", e);
    }
  }

  private static void tell(String line) {
    RunningCell.current().ifPresent(cell -> cell.outputs().stdout(line + "\n"));
  }

  private static void closeOpened(OpenConnection connection) {
    if (connection != null) {
      connection.close();
    }
  }

  /** Runs beside the cells, because a headless notebook never pauses; gigabytes take a while. */
  private void deleteOrphans() {
    if (orphansDeleted.compareAndSet(false, true)) {
      Thread thread = new Thread(scratch::deleteOrphans, "firesteel-spark-orphans");
      thread.setDaemon(true);
      thread.setPriority(Thread.MIN_PRIORITY);
      thread.start();
    }
  }

  /** Prepares the log before the first class of Spark that logs is loaded. */
  private void prepare() {
    prepare.run();
    if (renderersRegistered.compareAndSet(false, true)) {
      JavaLogBridge.install();
      SparkRenderers.register(session.displays());
    }
  }

  private void warmUpInBackground() {
    try {
      session.idleMonitor().await(PAUSE_BEFORE_WARM_UP);
      if (used) {
        return; // The user's own jobs have done it.
      }
      lazy.running().ifPresent(spark -> SparkWarmUp.quick(spark.session()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // The kernel ends.
    } catch (RuntimeException | LinkageError e) {
      // If the problem persists, the user's first job reports it.
      logger().warn("the warm-up failed", e);
    }
  }

  /** Returns Spark; waits for it, and ties the calling thread's jobs to its cell. */
  StartedSpark spark() {
    Optional<RunningCell> cell = RunningCell.current();
    StartNotice notice = new StartNotice(cell);
    StartedSpark spark;
    try {
      spark = lazy.await(SILENT_MILLIS, notice::show);
    } catch (InterruptedException e) {
      throw SparkRuntime.<RuntimeException>unchecked(e);
    } catch (SparkStartException e) {
      notice.finish("Spark did not start");
      throw e;
    }
    notice.finish(spark.description());
    used = true;
    cell.ifPresent(watched::bind);
    return spark;
  }

  /**
   * Throws a checked exception undeclared: a field read can't declare the exception that describes
   * the failure best.
   */
  @SuppressWarnings("unchecked")
  private static <T extends Throwable> T unchecked(Throwable thrown) throws T {
    throw (T) thrown;
  }

  /** Takes over a session that a cell assigned to {@code spark}. */
  void use(SparkSession theirs) {
    if (lazy.running().map(spark -> spark.session() == theirs).orElse(false)) {
      return;
    }
    if (!(theirs instanceof org.apache.spark.sql.classic.SparkSession)) {
      throw new SparkStartException(
          "On Spark Connect `spark` can't be assigned another session; give that one a name of its"
              + " own: SparkSession other = spark.newSession();",
          null);
    }
    StartedSpark spark = ClassicSpark.of(theirs);
    watched.watch(spark);
    addedJars.follow(spark, scratch.folder());
    lazy.use(spark);
  }

  /** Takes over a context that a cell assigned to {@code sc}. */
  void use(JavaSparkContext theirs) {
    if (spark().context().sc() != theirs.sc()) {
      throw new SparkStartException(
          "`sc` can't be assigned a context that has been stopped; use it as it is.", null);
    }
  }

  /** Returns the running Spark; starts none. */
  Optional<StartedSpark> running() {
    return lazy.running();
  }

  /** Describes in one line what Spark does. */
  String state() {
    return switch (lazy.state()) {
      case NONE -> NOT_STARTED;
      case STARTING -> "Spark is starting ...";
      case FAILED -> "Spark did not start: the next use of spark tries again, and says why";
      case RUNNING -> lazy.running().map(StartedSpark::description).orElse(NOT_STARTED);
    };
  }

  /** Describes what runs on a Spark, a line for each. */
  static List<String> work(StartedSpark spark) {
    Stream<String> jobs =
        spark.jobs().stream()
            .filter(job -> job.state().equals("RUNNING"))
            .map(job -> "job " + job.id() + ", " + job.tasks() + " tasks");
    Stream<String> queries =
        spark.queries().all().stream()
            .map(query -> "streaming query " + QuerySnapshot.of(query).name());
    return Stream.concat(jobs, queries).toList();
  }

  /** Returns the connection of the current Spark, or of the next one. */
  Connection connection() {
    return connection;
  }

  /**
   * Stops Spark; the next use of it starts a new one with the same connection.
   *
   * @return whether one ran
   */
  boolean stop() throws InterruptedException {
    Optional<StartedSpark> running = lazy.take();
    running.ifPresent(spark -> SparkStop.within(STOP_MILLIS, spark));
    closeOpened(opened.getAndSet(null));
    return running.isPresent();
  }

  /** Stops Spark and starts it again with another connection; later starts use that too. */
  StartedSpark connect(Connection wanted) throws InterruptedException {
    prepare();
    OpenConnection open = OpenConnection.of(wanted, SparkRuntime::tell);
    try {
      starter.check(open.connection());
      connection = wanted; // Before the other one has stopped: a start from now on uses it.
      stop();
    } catch (RuntimeException | InterruptedException e) {
      open.close();
      throw e;
    }
    closeOpened(next.getAndSet(open));
    List<Path> jars = open.connection().localJars();
    if (!jars.isEmpty()) {
      session.addToClassPath(jars);
    }
    return spark();
  }

  /**
   * Returns Spark for a program that builds one with settings of its own: the running one, or, when
   * a program has stopped that, a new one with these settings.
   */
  StartedSpark ofProgram(Map<String, String> settings) {
    if (watched.isWatching() && lazy.state() == LazySpark.State.NONE) {
      Map<String, String> more = new HashMap<>(settings);
      more.remove(ProgramSettings.MASTER); // A notebook stays connected to the same target.
      more.remove(ProgramSettings.CATALOG);
      more.entrySet().removeIf(one -> starter.hasPublished(one.getKey(), one.getValue()));
      connection = connection.with(more);
    }
    StartedSpark spark = spark();
    programs.apply(settings, spark);
    return spark;
  }

  /** See {@link SparkExtension#follow}. */
  SparkSession follow(SparkSession session) {
    Optional<StartedSpark> running = lazy.running();
    boolean lives = session != null && running.map(spark -> spark.owns(session)).orElse(false);
    return lives ? session : spark().session();
  }

  void cellStarted(RunningCell cell) {
    watched.bind(cell);
  }

  void cellInterrupted(RunningCell cell) {
    watched.cellInterrupted(cell);
  }

  void cellFinished(RunningCell cell) {
    watched.cellFinished(cell);
  }

  Optional<String> cellOfCurrentThread() {
    return watched.cellOfCurrentThread();
  }

  Optional<ErrorSummary> summarize(Throwable thrown) {
    if (thrown instanceof SparkThrowable) {
      RunningCell.current()
          .flatMap(watched::placeOfFailure)
          .ifPresent(here -> ServerErrors.addFrames(thrown, here));
    }
    return SparkErrors.summarize(thrown, session.workingDirectory(), watched.hasStopped());
  }

  /** See {@link SparkExtension#warmUp}. */
  void warmUp() {
    StartedSpark spark = spark();
    try {
      session.displays().render(SparkWarmUp.thorough(spark.session(), scratch.folder()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Exception e) {
      throw new IllegalStateException("the warm-up failed: " + e.getMessage(), e);
    }
  }

  private boolean showsProgress() {
    if (!options.progress()) {
      return false;
    }
    return lazy.running()
        .map(spark -> !"false".equals(spark.setting(PROGRESS_SETTING).orElse("true")))
        .orElse(true);
  }

  /**
   * Stops Spark and removes its files. Waits a bounded time: what Spark hasn't ended by then ends
   * with the process.
   */
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    try {
      Runtime.getRuntime().removeShutdownHook(shutdownHook);
    } catch (IllegalStateException e) {
      // The hook itself is calling.
    }
    progress.close();
    lazy.running().ifPresent(spark -> SparkStop.within(LAST_STOP_MILLIS, spark));
    closeOpened(opened.getAndSet(null));
    closeOpened(next.getAndSet(null));
    starter.forget();
    starter.delete();
    scratch.delete();
  }

  private static Logger logger() {
    return LoggerFactory.getLogger(SparkRuntime.class);
  }
}
