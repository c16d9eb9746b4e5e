package firesteel.spark;

import firesteel.engine.RunningCell;
import firesteel.engine.Session;
import firesteel.engine.error.ErrorSummary;
import firesteel.spark.added.AddedJars;
import firesteel.spark.closure.Closures;
import firesteel.spark.closure.NotebookCode;
import firesteel.spark.error.ServerErrors;
import firesteel.spark.error.SparkErrors;
import firesteel.spark.jobs.CellThreads;
import firesteel.spark.jobs.ProgressDisplay;
import firesteel.spark.master.Connection;
import firesteel.spark.start.ClassicSpark;
import firesteel.spark.start.JavaLogBridge;
import firesteel.spark.start.KernelLog;
import firesteel.spark.start.LazySpark;
import firesteel.spark.start.Scratch;
import firesteel.spark.start.SparkStarter;
import firesteel.spark.start.SparkStop;
import firesteel.spark.start.StartedSpark;
import firesteel.spark.start.WarmUp;
import firesteel.spark.streams.QuerySnapshot;
import firesteel.spark.table.SparkRenderers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The part of {@link SparkExtension} that needs Spark's classes. Thread-safe. */
final class SparkRuntime implements AutoCloseable {
  static final String NOT_STARTED = "Spark starts with its first use, or when you pause";

  /** Spark is usually there sooner; a cell that waits longer says what it waits for. */
  private static final long SILENT_MILLIS = 1000;

  /**
   * A kernel has to be gone 2 s after it was told to; what Spark hasn't ended by then ends with it.
   */
  private static final long LAST_STOP_MILLIS = 1200;

  private static final Duration PAUSE_BEFORE_WARM_UP = Duration.ofSeconds(3);
  private static final String PROGRESS_SETTING = "spark.firesteel.progress";

  /** Spark usually takes less than a second; a cluster that is gone makes it wait. */
  private static final long STOP_MILLIS = 10_000;

  private final SparkOptions options;
  private final Session session;
  private final AddedJars addedJars;
  private final Path logFile;
  private final Scratch scratch;
  private final SparkStarter starter;
  private final LazySpark lazy;
  private final ProgressDisplay progress;
  private final WatchedSpark watched;
  private volatile Connection connection;
  private volatile boolean used;
  private final Thread shutdownHook;
  private final AtomicBoolean renderersRegistered = new AtomicBoolean();
  private final AtomicBoolean closed = new AtomicBoolean();

  SparkRuntime(
      SparkOptions options,
      Connection first,
      Session session,
      Path workingDirectory,
      NotebookCode code,
      Map<String, RunningCell> runningCells,
      AddedJars addedJars,
      Path logFile) {
    this.addedJars = addedJars;
    this.options = options;
    this.connection = first;
    this.session = session;
    this.logFile = logFile;
    try {
      this.scratch = Scratch.create(options.temporaryFolder());
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
    this.watched = new WatchedSpark(runningCells, progress, closures);
  }

  /** Starts Spark in the background. */
  void start() {
    lazy.start();
  }

  /** Runs on the starting thread. */
  private StartedSpark startNow() {
    Thread.currentThread().setContextClassLoader(session.classLoader());
    prepare();
    StartedSpark started = starter.start(connection);
    watched.watch(started);
    addedJars.follow(started, scratch.folder());
    return started;
  }

  /** Before the first class of Spark that logs. */
  private void prepare() {
    if (renderersRegistered.compareAndSet(false, true)) {
      KernelLog.redirectTo(logFile);
      JavaLogBridge.install();
      SparkRenderers.register(session.displays());
    }
  }

  private void warmUpInBackground() {
    try {
      session.idleness().await(PAUSE_BEFORE_WARM_UP);
      scratch.deleteOrphans();
      if (used) {
        return; // The user's own jobs have done it.
      }
      lazy.running().ifPresent(spark -> WarmUp.quick(spark.session()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // The kernel ends.
    } catch (RuntimeException | LinkageError e) {
      // The user's own first job will say what is wrong, if it is still wrong then.
      logger().warn("the warm-up failed", e);
    }
  }

  /** Spark; waits for it, and ties the calling thread's jobs to its cell. */
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

  /** A field read can't declare the exception that says best what happened. */
  @SuppressWarnings("unchecked")
  private static <T extends Throwable> T unchecked(Throwable thrown) throws T {
    throw (T) thrown;
  }

  /** A session that a cell assigned to {@code spark}. */
  void use(SparkSession theirs) {
    StartedSpark spark = ClassicSpark.of(theirs);
    watched.watch(spark);
    addedJars.follow(spark, scratch.folder());
    lazy.use(spark);
  }

  /** Spark, when it runs; starts nothing. */
  Optional<StartedSpark> running() {
    return lazy.running();
  }

  /** One line on what Spark does. */
  String state() {
    return switch (lazy.state()) {
      case NONE -> NOT_STARTED;
      case STARTING -> "Spark is starting ...";
      case FAILED -> "Spark did not start: the next use of spark tries again, and says why";
      case RUNNING -> lazy.running().map(StartedSpark::description).orElse(NOT_STARTED);
    };
  }

  /** What runs on a Spark, a line each. */
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

  /** What the present Spark was started with, or the next one will be. */
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
    return running.isPresent();
  }

  /** Stops Spark and starts it anew with another connection; later starts use that too. */
  StartedSpark connect(Connection wanted) throws InterruptedException {
    prepare();
    starter.check(wanted);
    stop();
    connection = wanted;
    List<Path> jars = wanted.localJars();
    if (!jars.isEmpty()) {
      session.addToClassPath(jars);
    }
    return spark();
  }

  /** Lets a Spark that is starting finish before the user's own builder asks for one. */
  SparkSession getOrCreate(Supplier<SparkSession> builder) {
    Optional<StartedSpark> before = lazy.running();
    if (before.isEmpty() && !watched.isWatching()) {
      spark();
    }
    SparkSession theirs = builder.get();
    if (lazy.running().map(spark -> spark.session() != theirs).orElse(true)) {
      use(theirs);
    }
    RunningCell.current().ifPresent(watched::bind);
    return theirs;
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
      session.displays().render(WarmUp.thorough(spark.session(), scratch.folder()));
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
    starter.forget();
    starter.delete();
    scratch.delete();
  }

  private static Logger logger() {
    return LoggerFactory.getLogger(SparkRuntime.class);
  }
}
