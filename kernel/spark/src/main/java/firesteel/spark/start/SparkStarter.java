package firesteel.spark.start;

import firesteel.api.session.RunningCell;
import firesteel.spark.closure.ClassFolder;
import firesteel.spark.closure.PlanCheck;
import firesteel.spark.connect.ConnectStarter;
import firesteel.spark.master.ClusterStart;
import firesteel.spark.master.Connection;
import firesteel.spark.master.StartedSpark;
import firesteel.spark.master.Target;
import firesteel.spark.master.TargetModules;
import firesteel.spark.settings.SparkOptions;
import firesteel.spark.settings.SparkStartException;
import firesteel.spark.warehouse.SavedTableHints;
import firesteel.spark.warehouse.Warehouse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.classic.SparkSession;

/** Starts Spark on the calling thread, any number of times. */
public final class SparkStarter {
  private final SparkOptions options;
  private final ClassFolder classes;
  private final Path workingDirectory;
  private final Path temporaryDirectory;
  private final ExecutorHome executorHome = ExecutorHome.of(System.getenv());
  private final HostName hostName = new HostName();
  private final Properties properties;
  private final Map<String, String> published = new ConcurrentHashMap<>();
  private final Set<Map.Entry<String, String>> everPublished = ConcurrentHashMap.newKeySet();

  /**
   * Creates the starter.
   *
   * @param options the user's settings
   * @param workingDirectory the notebook's folder, where tables are kept
   * @param temporaryDirectory a folder for Spark's own files
   * @param classes the folder of the classes that executors load
   */
  public SparkStarter(
      SparkOptions options, Path workingDirectory, Path temporaryDirectory, ClassFolder classes) {
    this.options = options;
    this.workingDirectory = workingDirectory;
    this.classes = classes;
    this.temporaryDirectory = temporaryDirectory;
    this.properties = (Properties) System.getProperties().clone();
  }

  /**
   * Starts Spark. The calling thread's context class loader becomes that of the tasks.
   *
   * @param connection where to start it, and with which settings
   * @throws SparkStartException when it doesn't start; the message is for the user
   */
  public StartedSpark start(Connection connection) {
    SparkSettings settings = settings(connection);
    if (settings.target().kind() == Target.Kind.CONNECT) {
      Path folder = temporaryDirectory.resolve("classes");
      classes.open(folder);
      return ConnectStarter.start(settings.ofConnect(connection), folder);
    }
    return startClassic(settings, connection.timeout());
  }

  /**
   * Checks whether a start could succeed, while another Spark may still run.
   *
   * @throws SparkStartException when it can't, as far as that is known before the start
   * @throws InterruptedException when the waiting thread is interrupted
   */
  public void check(Connection connection) throws InterruptedException {
    SparkSettings settings = settings(connection);
    requireModules(settings.target());
    SparkConf conf = new SparkConf(false);
    Map<String, String> effective = settings.effective(System.getenv());
    effective.forEach(conf::set);
    SettingsCheck.check(settings.target(), connection.settings(), effective);
    boolean brings = connection.jars().stream().anyMatch(jar -> jar.contains("spark-hive_"));
    if (HiveModule.isWanted(effective) && !brings && !HiveModule.isPresent()) {
      throw HiveModule.missing(version());
    }
    ClusterStart.of(settings.target(), conf, connection.timeout()).check();
  }

  private SparkSettings settings(Connection connection) {
    return new SparkSettings(options, connection, workingDirectory, temporaryDirectory, properties);
  }

  private static String version() {
    return org.apache.spark.package$.MODULE$.SPARK_VERSION();
  }

  private static void requireModules(Target target) {
    TargetModules.missing(target, version())
        .ifPresent(
            message -> {
              throw new SparkStartException(message, null);
            });
  }

  private ClassicSpark startClassic(SparkSettings settings, Optional<Duration> timeout) {
    requireModules(settings.target());
    Map<String, String> environment = System.getenv();
    Map<String, String> effective = settings.effective(environment);
    // As spark-submit does: contexts and sessions that the user's code creates get the settings
    // too.
    forget();
    effective.forEach(
        (name, value) -> {
          System.setProperty(name, value);
          published.put(name, value);
          everPublished.add(Map.entry(name, value));
        });
    if (HiveModule.isWanted(effective)) {
      if (!HiveModule.isPresent()) {
        throw HiveModule.missing(version());
      }
      HiveModule.placeMetastore(workingDirectory, temporaryDirectory, System.getProperties());
    }
    try {
      if (settings.target().kind() == Target.Kind.LOCAL_CLUSTER) {
        executorHome.prepare();
      }
      if (settings.target().kind() == Target.Kind.LOCAL_CLUSTER
          && settings.staysOnLoopback(environment)) {
        hostName.loopback();
      } else {
        hostName.usual();
      }
      if (effective.containsKey(SparkSettings.CLASS_FOLDER)) {
        classes.open(Path.of(effective.get(SparkSettings.CLASS_FOLDER)));
      }
      SparkConf conf;
      if (settings.staysOnLoopback(environment)) {
        conf = new LoopbackConf(effective);
      } else {
        conf = new SparkConf(false);
        effective.forEach(conf::set);
      }
      startContext(settings.target(), conf, timeout);
      // Not org.apache.spark.sql.SparkSession: to choose between classic and Connect it sets up
      // Scala's runtime reflection, which took a tenth of the time to the first result.
      SparkSession session =
          SparkSession.builder().withExtensions(new PlanCheck.Extension()).getOrCreate();
      Warehouse.keep(
          session, new SavedTableHints(SparkStarter::tell, settings.target().isOnThisMachine()));
      return ClassicSpark.of(session);
    } catch (SparkStartException e) {
      throw e;
    } catch (Throwable e) {
      throw new SparkStartException(explain(e, effective), e);
    }
  }

  private static void tell(String text) {
    RunningCell.current().ifPresent(cell -> cell.outputs().stderr(text));
  }

  private static void startContext(Target target, SparkConf conf, Optional<Duration> timeout)
      throws Throwable {
    ClusterStart cluster = ClusterStart.of(target, conf, timeout);
    cluster.check();
    cluster.awaitExecutor(BoundedStart.context(conf, cluster.longest()));
  }

  /**
   * Whether a Spark of this kernel was started with this setting, which every {@code SparkConf}
   * then has.
   */
  public boolean hasPublished(String name, String value) {
    return everPublished.contains(Map.entry(name, value));
  }

  /** Removes the system properties that {@link #start} set; later changes by others stay. */
  public void forget() {
    published.forEach(
        (name, value) -> {
          String before = properties.getProperty(name);
          if (before == null) {
            System.getProperties().remove(name, value);
          } else {
            System.getProperties().replace(name, value, before);
          }
        });
    published.clear();
  }

  /** Removes what starts have left on disk outside the temporary directory. */
  public void delete() {
    executorHome.delete();
  }

  private String explain(Throwable thrown, Map<String, String> settings) {
    Throwable root = thrown;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    String message = "Spark did not start: " + firstLine(root);
    if (root instanceof IllegalAccessError
        || root.getClass().getName().endsWith("InaccessibleObjectException")) {
      return message
          + "\nThis Java was started without the --add-opens options that Spark needs;"
          + " start the kernel with ./firesteel, or run `./firesteel install` again.";
    }
    if (String.valueOf(root.getMessage()).contains("getSubject is not supported")) {
      return message
          + "\nThis Spark doesn't run on Java "
          + Runtime.version().feature()
          + "; use Java 17 or 21, or Spark 4.2.";
    }
    if (root instanceof LinkageError || root instanceof ClassNotFoundException) {
      return message
          + "\nA class of Spark is missing or of another version: a jar that you added, or a"
          + " SPARK_HOME with mixed jars. `firesteel doctor` checks it.";
    }
    String where =
        options
            .confFolder()
            .map(folder -> " or in " + folder.resolve("spark-defaults.conf"))
            .orElse("");
    return message
        + "\nMaster: "
        + settings.get("spark.master")
        + ". Correct the settings"
        + where
        + ", then use `spark` again: it starts anew. `%log` shows Spark's log.";
  }

  private static String firstLine(Throwable thrown) {
    String message = thrown.getMessage();
    String name = thrown.getClass().getSimpleName();
    return message == null || message.isBlank()
        ? name
        : name + ": " + message.strip().lines().findFirst().orElse("");
  }
}
