package firesteel.spark;

import firesteel.api.error.CompileProblem;
import firesteel.api.error.ErrorSummary;
import firesteel.api.session.ClassTransformer;
import firesteel.api.session.RunningCell;
import firesteel.api.session.Session;
import firesteel.api.session.SessionExtension;
import firesteel.api.session.Variable;
import firesteel.api.spark.SessionSpark;
import firesteel.spark.added.AddedJars;
import firesteel.spark.added.DriverLookupTransformer;
import firesteel.spark.closure.NotebookCode;
import firesteel.spark.connect.TypedCallTransformer;
import firesteel.spark.encoder.EncoderErrors;
import firesteel.spark.encoder.EncoderRefusedException;
import firesteel.spark.encoder.EncoderTransformer;
import firesteel.spark.error.ActionCallSites;
import firesteel.spark.error.ObjectVariables;
import firesteel.spark.error.SparkCompileHints;
import firesteel.spark.master.Connection;
import firesteel.spark.master.StartedSpark;
import firesteel.spark.module.ModuleAdvice;
import firesteel.spark.module.PackageCheck;
import firesteel.spark.settings.LogFiles;
import firesteel.spark.settings.SparkHome;
import firesteel.spark.settings.SparkOptions;
import firesteel.spark.settings.SparkStartException;
import firesteel.spark.start.KernelLog;
import firesteel.spark.start.SparkLoggers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.slf4j.LoggerFactory;

/**
 * Adds Spark to a session: starts it in the background when Java is ready and no cell needs the
 * processor, or when a cell first mentions it; gives each cell a job group and a progress display,
 * and explains Spark's errors.
 *
 * <p>Loads no class of Spark before {@link #start} or the first use of {@code spark}, and none at
 * all when {@link SparkHome} refuses the Spark on the class path: Java cells run all the same.
 */
public final class SparkExtension implements SessionExtension, SessionSpark {
  /**
   * The imports that Spark users need most. Measured: all of them together cost a cell less than 1
   * ms.
   */
  private static final List<String> SPARK_IMPORTS =
      List.of(
          "org.apache.spark.sql.*",
          "org.apache.spark.sql.types.*",
          "org.apache.spark.sql.expressions.*",
          "org.apache.spark.sql.api.java.*",
          "org.apache.spark.api.java.*",
          "org.apache.spark.api.java.function.*",
          "static org.apache.spark.sql.functions.*",
          "static firesteel.spark.Preloaded.*",
          // Spark has these names too; Java's are meant unless the user imports Spark's.
          "java.util.Optional",
          "java.util.function.Function",
          "java.util.function.DoubleFunction");

  /** Matches the names in a compile error that is due to Spark's absence. */
  private static final Pattern OF_SPARK =
      Pattern.compile(
          "\\b(spark|sc|col|lit|Spark\\w+|JavaSpark\\w+|Java\\w*RDD|Dataset|Row|RowFactory|Column"
              + "|Encoders?|StructType|DataTypes?|\\w+Function|UDF\\d+|Window)\\b");

  /** Matches a cell that will need Spark: it starts while the cell is compiled. */
  private static final Pattern MENTIONS_SPARK =
      Pattern.compile(
          "\\b(spark|sc)\\s*\\.|\\bsql\\s*\\(|\\b(SparkSession|SparkContext|JavaSparkContext)\\b");

  /** Matches a cell that says where Spark is to start. */
  private static final Pattern CONNECTS = Pattern.compile("(?m)^\\s*%spark\\s+connect\\b");

  /**
   * Spark's start takes all of a small machine's processors for seconds. A user who begins with
   * plain Java gets those answers first.
   */
  private static final Duration PAUSE_BEFORE_START = Duration.ofSeconds(2);

  private final SparkOptions options;
  private final Connection first;
  private final SparkPresence presence;
  private final Path logFile;
  private final Map<String, RunningCell> runningCells = new ConcurrentHashMap<>();
  private final NotebookCode code = new NotebookCode();
  private Session session;
  private Path workingDirectory;
  private final AddedJars addedJars = new AddedJars();
  private ModuleAdvice modules;
  private volatile SparkRuntime runtime;
  private final Thread background = new Thread(this::startInPause, "firesteel-spark-background");
  private boolean prepared;
  private volatile boolean closed;

  /** Creates the extension without looking at or starting anything. */
  public SparkExtension(SparkOptions options) {
    this(options, Connection.DEFAULT);
  }

  /**
   * Creates the extension without looking at or starting anything.
   *
   * @param first what Spark is started with until somebody connects to another
   */
  public SparkExtension(SparkOptions options, Connection first) {
    this.options = Objects.requireNonNull(options, "options");
    this.first = Objects.requireNonNull(first, "first");
    this.presence = new SparkPresence(options.sparkHome());
    this.logFile = LogFiles.choose(options.logFolder());
  }

  /**
   * Returns the log file of Spark and of the kernel; it doesn't exist until something is logged.
   */
  public Path logFile() {
    return logFile;
  }

  /**
   * Returns the Spark session; waits until Spark runs.
   *
   * @throws SparkStartException when it can't; the next call tries again
   */
  public SparkSession spark() {
    return runtime().spark().session();
  }

  @Override
  public Object session() {
    return spark();
  }

  @Override
  public Optional<Object> runningSession() {
    return running().map(StartedSpark::session);
  }

  @Override
  public Optional<String> mismatch(String group, String artifact, String version) {
    return PackageCheck.warning(group, artifact, version);
  }

  /** Returns the Spark context; see {@link #spark()}. */
  public JavaSparkContext sc() {
    return runtime().spark().context();
  }

  /**
   * Stops Spark and starts it again on another target, or with other settings. Notebook variables,
   * classes and imports stay; what belongs to the old Spark, such as Datasets, can't be used any
   * more.
   *
   * @return one line that describes the connection
   * @throws SparkStartException when it doesn't start; the next use of {@code spark} tries again
   * @throws InterruptedException when the waiting thread is interrupted
   */
  public String connect(Connection connection) throws InterruptedException {
    return runtime().connect(connection).description();
  }

  /** Returns the connection of the current Spark, or of the next one. */
  public Connection connection() {
    return runtime().connection();
  }

  /** Returns the running Spark; starts none. */
  public Optional<StartedSpark> running() {
    SparkRuntime started = runtime;
    return started == null ? Optional.empty() : started.running();
  }

  @Override
  public String state() {
    if (presence.isRefused()) {
      return "Spark can't be used: the first use of spark says why";
    }
    SparkRuntime started = runtime;
    return started == null ? SparkRuntime.NOT_STARTED : started.state();
  }

  @Override
  public List<String> work() {
    return running().map(SparkRuntime::work).orElse(List.of());
  }

  /**
   * Stops Spark; the next use of {@code spark} starts it again, with the same connection.
   *
   * @return whether one ran
   * @throws InterruptedException when the waiting thread is interrupted
   */
  public boolean stopSpark() throws InterruptedException {
    SparkRuntime started = runtime;
    return started != null && started.stop();
  }

  /**
   * Starts Spark, waits for it and runs what first cells typically do, so that their classes are
   * loaded: for the run that records a class-data archive.
   */
  public void warmUp() {
    runtime().warmUp();
  }

  void use(SparkSession theirs) {
    runtime().use(theirs);
  }

  void use(JavaSparkContext theirs) {
    runtime().use(theirs);
  }

  StartedSpark started() {
    return runtime().spark();
  }

  /** Returns Spark for a program that builds one with these settings. */
  StartedSpark session(Map<String, String> settings) {
    return runtime().ofProgram(settings);
  }

  /** Returns a session itself, or, when it has been stopped, the one that runs now. */
  SparkSession follow(SparkSession session) {
    return runtime().follow(session);
  }

  /**
   * Prepares for loading Spark's classes: sends their log to the log file. Everything that may load
   * the first of them calls this before; it waits for a call of another thread.
   */
  public synchronized void prepare() {
    if (!prepared && presence.refusal().isEmpty()) {
      KernelLog.redirectTo(logFile);
      prepared = true;
    }
  }

  private void prepareForCell() {
    try {
      prepare();
    } catch (SparkStartException e) {
      // The first use of Spark reports it.
      LoggerFactory.getLogger(SparkExtension.class).warn("Spark's log could not be opened", e);
    }
  }

  @Override
  public void attach(Session session) {
    this.session = session;
    modules = new ModuleAdvice(session, addedJars::entries, this::running);
    this.workingDirectory = session.workingDirectory();
    SparkAccess.attach(this);
    LogFiles.announce(logFile);
    if (options.sparkHome().isEmpty()) {
      // What it names is from then on of use to this process only: see start.ExecutorHome.
      session.magics().environment().remove("SPARK_HOME");
    }
  }

  @Override
  public void start() {
    if (!first.localJars().isEmpty()) {
      session.addToClassPath(first.localJars());
    }
    background.setDaemon(true);
    background.start();
  }

  private void startInPause() {
    try {
      session.awaitReady();
      session.idleMonitor().await(PAUSE_BEFORE_START);
      startOnce();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // The session ends.
    } catch (IllegalStateException e) {
      // The session has ended, or Java does not start, which every cell reports.
      LoggerFactory.getLogger(SparkExtension.class).debug("Spark was not started", e);
    }
  }

  private void startOnce() {
    try {
      if (presence.refusal().isEmpty()) {
        startUnlessThere();
      }
    } catch (SparkStartException e) {
      // The first cell that uses Spark reports it.
      LoggerFactory.getLogger(SparkExtension.class).warn("Spark was not started", e);
    }
  }

  @Override
  public List<String> imports() {
    return SparkPresence.isOnClassPath()
        ? SPARK_IMPORTS
        : List.of("static firesteel.spark.PreloadedWithoutSpark.*");
  }

  @Override
  public List<ClassTransformer> transformers() {
    return List.of(
        new ActionCallSites(),
        new PreloadedTransformer(),
        new ProgramTransformer(this::prepareForCell),
        new EncoderTransformer(),
        new TypedCallTransformer(),
        new DriverLookupTransformer(),
        code);
  }

  @Override
  public void classPathAdded(List<Path> entries) {
    addedJars.add(entries, session.classLoader());
  }

  @Override
  public void cellStarted(RunningCell cell) {
    runningCells.put(cell.id(), cell);
    SparkRuntime started = runtime;
    if (started != null) {
      started.cellStarted(cell);
    } else if (background.isAlive()
        && MENTIONS_SPARK.matcher(cell.code()).find()
        && !CONNECTS.matcher(cell.code()).find()) {
      Thread now = new Thread(this::startOnce, "firesteel-spark-now");
      now.setDaemon(true);
      now.start();
    }
  }

  @Override
  public void cellInterrupted(RunningCell cell) {
    SparkRuntime started = runtime;
    if (started != null) {
      started.cellInterrupted(cell);
    }
  }

  @Override
  public void cellFinished(RunningCell cell) {
    runningCells.remove(cell.id());
    SparkRuntime started = runtime;
    if (started != null) {
      started.cellFinished(cell);
    }
  }

  @Override
  public Optional<String> cellOfCurrentThread() {
    SparkRuntime started = runtime;
    return started == null ? Optional.empty() : started.cellOfCurrentThread();
  }

  @Override
  public boolean isLibraryLogger(String name) {
    return SparkLoggers.contains(name);
  }

  @Override
  public Optional<String> hint(CompileProblem problem, Session session) {
    if (presence.refusal().isPresent()) {
      return OF_SPARK.matcher(problem.message()).find() ? presence.refusal() : Optional.empty();
    }
    return modules
        .hint(problem)
        .or(() -> new ObjectVariables(name -> valueOf(name, session)).hint(problem))
        .or(() -> new SparkCompileHints(session::typeOf).hint(problem));
  }

  private static Optional<Object> valueOf(String variable, Session session) {
    return session.variables().stream()
        .filter(known -> known.name().equals(variable))
        .findFirst()
        .map(Variable::value);
  }

  @Override
  public Optional<ErrorSummary> summarize(Throwable thrown) {
    if (thrown instanceof SparkStartException) {
      return Optional.of(new ErrorSummary(thrown, thrown.getMessage(), ""));
    }
    if (thrown instanceof EncoderRefusedException refused) {
      return Optional.of(new ErrorSummary(thrown, thrown.getMessage(), refused.advice()));
    }
    SparkRuntime started = runtime;
    Optional<ErrorSummary> known =
        started == null
            ? Optional.empty()
            : EncoderErrors.summarize(thrown).or(() -> started.summarize(thrown));
    return modules.explain(thrown, known);
  }

  @Override
  public void close() {
    closed = true;
    background.interrupt();
    SparkAccess.detach(this);
    SparkRuntime started = runtime;
    if (started != null) {
      started.close();
    }
  }

  private SparkRuntime runtime() {
    if (presence.refusal().isPresent()) {
      throw new SparkStartException(presence.refusal().get(), null);
    }
    SparkRuntime existing = runtime;
    return existing != null ? existing : makeRuntime();
  }

  /**
   * Starts Spark unless somebody has created one already: that one is started by its creator,
   * perhaps on another target.
   */
  private synchronized void startUnlessThere() {
    if (!closed && runtime == null) {
      makeRuntime().start();
    }
  }

  private synchronized SparkRuntime makeRuntime() {
    if (closed) {
      throw new SparkStartException("Spark has been shut down with its session.", null);
    }
    if (runtime == null) {
      runtime =
          new SparkRuntime(
              options,
              first,
              session,
              workingDirectory,
              code,
              runningCells,
              addedJars,
              this::prepare);
    }
    return runtime;
  }
}
