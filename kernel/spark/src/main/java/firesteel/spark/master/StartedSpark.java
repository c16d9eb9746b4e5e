package firesteel.spark.master;

import firesteel.api.session.RunningCell;
import firesteel.spark.closure.Closures;
import firesteel.spark.jobs.JobTracker;
import firesteel.spark.jobs.ProgressDisplay;
import firesteel.spark.settings.SparkStartException;
import firesteel.spark.streams.RunningQueries;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/**
 * A Spark that was started: in this process, where its driver is, or on a Spark Connect server.
 * Thread-safe.
 */
public interface StartedSpark {
  /** For Datasets and SQL. */
  SparkSession session();

  /** Another session of the same application, with settings and views of its own. */
  default SparkSession newSession() {
    return session().newSession();
  }

  /** Whether a session belongs to this Spark, and can be used. */
  boolean owns(SparkSession session);

  /**
   * For RDDs.
   *
   * @throws SparkStartException when this Spark has none, as on Spark Connect; the message says so
   *     by name
   */
  JavaSparkContext context();

  /** Whether somebody has stopped it. */
  boolean isStopped();

  /** Whether the two are one application: two sessions of one context are. */
  boolean isSameApplication(StartedSpark other);

  /** One of its settings; asks nobody else for it. */
  Optional<String> setting(String name);

  /** The version of Spark that runs the jobs. */
  String version();

  /** Whether the driver is in another process. */
  default boolean isRemote() {
    return false;
  }

  /** One line: version, master and where the web UI is. */
  String description();

  /**
   * Begins to tie jobs to cells.
   *
   * @param runningCells the cells that run, by id; kept by the caller
   * @param progress where the progress of cells' jobs is shown
   */
  JobTracker watch(Map<String, RunningCell> runningCells, ProgressDisplay progress);

  /** Makes its tasks see the notebook's variables; before its first job. */
  void attach(Closures closures);

  /** What is connected. */
  default SparkStatus status() {
    return new SparkStatus(
        Map.of("connected", description()), Optional.empty(), List.of(), Map.of());
  }

  /** The latest jobs, the newest first; empty where they can't be told. */
  default List<SparkStatus.Job> jobs() {
    return List.of();
  }

  /**
   * Cancels a job; doesn't wait.
   *
   * @param id as {@link #jobs} gives it
   * @return whether there is such a job that runs
   */
  default boolean cancel(String id) {
    return false;
  }

  /** The streaming queries that run. */
  RunningQueries queries();

  /**
   * Brings a jar to what runs tasks, now and later.
   *
   * @param jar a path or a URL
   */
  void addJar(String jar);

  /** Changes the settings of Hadoop that jobs get; nothing where the driver is elsewhere. */
  default void configure(Consumer<Configuration> change) {}

  /** Cancels all jobs and stops; may take long. */
  void stop();
}
