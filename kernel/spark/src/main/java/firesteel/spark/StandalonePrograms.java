package firesteel.spark;

import firesteel.spark.master.StartedSpark;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SQLContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.SparkSessionBuilder;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Gives programs that create a Spark of their own the notebook's. Called by the rewritten bytecode
 * of cells, not by hand; see {@link ProgramTransformer}.
 */
public final class StandalonePrograms {
  private static final String MASTER = "spark.master";
  private static final String NAME = "spark.app.name";

  private StandalonePrograms() {}

  /** Replaces {@code builder.getOrCreate()}. */
  public static SparkSession getOrCreate(SparkSessionBuilder builder) {
    return extension().session(settings(builder)).session();
  }

  /** Replaces {@code builder.create()}, which asks for a session of its own. */
  public static SparkSession create(SparkSessionBuilder builder) {
    return extension().session(settings(builder)).newSession();
  }

  /**
   * Replaces {@code builder.enableHiveSupport()}, which fails without Hive's classes and can't
   * change a running Spark.
   */
  public static SparkSessionBuilder enableHiveSupport(SparkSessionBuilder builder) {
    return builder.config(ProgramSettings.CATALOG, "hive");
  }

  /** Replaces {@code SparkSession.active()}. */
  public static SparkSession active() {
    return getActiveSession().get();
  }

  /** Replaces {@code SparkSession.getActiveSession()}: in a notebook there always is one. */
  public static Option<SparkSession> getActiveSession() {
    StartedSpark spark = extension().started();
    return SparkSession.getActiveSession()
        .filter(spark::owns)
        .orElse(() -> Option.apply(spark.session()));
  }

  /** Replaces {@code SparkSession.getDefaultSession()}. */
  public static Option<SparkSession> getDefaultSession() {
    return Option.apply(extension().started().session());
  }

  /** Replaces {@code new SparkContext()} and the context of {@code new JavaSparkContext()}. */
  public static SparkContext context() {
    return context(new SparkConf());
  }

  /** Replaces {@code new SparkContext(conf)} and {@code SparkContext.getOrCreate(conf)}. */
  public static SparkContext context(SparkConf conf) {
    Map<String, String> wanted = new HashMap<>();
    Arrays.stream(conf.getAll()).forEach(setting -> wanted.put(setting._1(), setting._2()));
    return extension().session(wanted).context().sc();
  }

  /** Replaces {@code new SparkContext(master, name)}. */
  public static SparkContext context(String master, String name) {
    return extension().session(Map.of(MASTER, master, NAME, name)).context().sc();
  }

  /** Replaces {@code new SparkContext(master, name, conf)}. */
  public static SparkContext context(String master, String name, SparkConf conf) {
    return context(conf.clone().setMaster(master).setAppName(name));
  }

  /** Replaces {@code new SparkContext(master, name, sparkHome)}. */
  public static SparkContext context(String master, String name, String home) {
    return context(master, name, home, new String[0]);
  }

  /** Replaces {@code new JavaSparkContext(master, name, sparkHome, jarFile)}. */
  public static SparkContext context(String master, String name, String home, String jar) {
    return context(master, name, home, new String[] {jar});
  }

  /** Replaces {@code new JavaSparkContext(master, name, sparkHome, jars)}. */
  public static SparkContext context(String master, String name, String home, String[] jars) {
    return context(master, name, home, jars, Map.of());
  }

  /** Replaces {@code new JavaSparkContext(master, name, sparkHome, jars, environment)}. */
  public static SparkContext context(
      String master, String name, String home, String[] jars, Map<String, String> environment) {
    SparkConf conf = new SparkConf().setMaster(master).setAppName(name);
    if (home != null) {
      conf.setSparkHome(home);
    }
    if (jars != null && jars.length > 0) {
      conf.setJars(jars);
    }
    environment.forEach(conf::setExecutorEnv);
    return context(conf);
  }

  /** Replaces {@code new SparkContext(master, name, sparkHome, jars)}. */
  public static SparkContext context(String master, String name, String home, Seq<String> jars) {
    return context(master, name, home, CollectionConverters.asJava(jars).toArray(String[]::new));
  }

  /** Replaces {@code new SparkContext(master, name, sparkHome, jars, environment)}. */
  public static SparkContext context(
      String master,
      String name,
      String home,
      Seq<String> jars,
      scala.collection.Map<String, String> environment) {
    return context(
        master,
        name,
        home,
        CollectionConverters.asJava(jars).toArray(String[]::new),
        CollectionConverters.asJava(environment));
  }

  /** Replaces a read of a variable: a stopped session is replaced by the one that runs now. */
  public static SparkSession follow(SparkSession session) {
    return extension().follow(session);
  }

  /** See {@link #follow(SparkSession)}. */
  public static JavaSparkContext follow(JavaSparkContext context) {
    return context == null || context.sc().isStopped() ? extension().sc() : context;
  }

  /** See {@link #follow(SparkSession)}. */
  public static SparkContext follow(SparkContext context) {
    return context == null || context.isStopped() ? extension().sc().sc() : context;
  }

  /** See {@link #follow(SparkSession)}. */
  public static SQLContext follow(SQLContext context) {
    SparkSession before = context == null ? null : context.sparkSession();
    SparkSession now = follow(before);
    return now == before ? context : now.sqlContext();
  }

  /**
   * Returns what to use in place of a session or context that an object, a lambda or a caller
   * holds: the same one while it is not stopped.
   *
   * @param held a session or a context
   */
  static Object current(Object held) {
    if (held instanceof SparkSession session) {
      return isStopped(session) ? follow(session) : session;
    }
    if (held instanceof SQLContext context) {
      return isStopped(context.sparkSession()) ? follow(context) : context;
    }
    if (held instanceof JavaSparkContext context) {
      return follow(context);
    }
    return held instanceof SparkContext context ? follow(context) : held;
  }

  /** Whether a session is stopped; of a session of Spark Connect only its owner knows. */
  private static boolean isStopped(SparkSession session) {
    return !(session instanceof org.apache.spark.sql.classic.SparkSession)
        || session.sparkContext().isStopped();
  }

  private static Map<String, String> settings(SparkSessionBuilder builder) {
    return Map.copyOf(CollectionConverters.asJava(builder.options()));
  }

  private static SparkExtension extension() {
    return SparkAccess.extension();
  }
}
