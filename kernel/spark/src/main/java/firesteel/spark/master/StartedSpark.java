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

/** A started Spark: with its driver in this process, or on a Spark Connect server. Thread-safe. */
public interface StartedSpark {
  /** Returns the session for Datasets and SQL. */
  SparkSession session();

  /** Returns another session of the same application, with settings and views of its own. */
  default SparkSession newSession() {
    return session().newSession();
  }

  /** Whether a session belongs to this Spark and can be used. */
  boolean owns(SparkSession session);

  /**
   * Returns the context for RDDs.
   *
   * @throws SparkStartException when this Spark has none, as on Spark Connect; the message says so
   *     by name
   */
  JavaSparkContext context();

  /** Whether this Spark has been stopped. */
  boolean isStopped();

  /** Whether both are one application, as two sessions of one context are. */
  boolean isSameApplication(StartedSpark other);

  /** Returns one of its settings, without calling a server. */
  Optional<String> setting(String name);

  /** Returns the version of the Spark that runs the jobs. */
  String version();

  /** Whether the driver is in another process. */
  default boolean isRemote() {
    return false;
  }

  /** Describes it in one line: version, master and the address of the web UI. */
  String description();

  /**
   * Starts to tie jobs to cells.
   *
   * @param runningCells the running cells by id; kept by the caller
   * @param progress where the progress of cells' jobs is shown
   */
  JobTracker watch(Map<String, RunningCell> runningCells, ProgressDisplay progress);

  /** Makes its tasks see the notebook's variables; to be called before its first job. */
  void attach(Closures closures);

  /** Returns the status for {@code %spark}. */
  default SparkStatus status() {
    return new SparkStatus(
        Map.of("connected", description()), Optional.empty(), List.of(), Map.of());
  }

  /** Returns the latest jobs, newest first; empty where they are unknown. */
  default List<SparkStatus.Job> jobs() {
    return List.of();
  }

  /**
   * Cancels a job without waiting for its end.
   *
   * @param id as {@link #jobs} gives it
   * @return whether a job with this id was running
   */
  default boolean cancel(String id) {
    return false;
  }

  /** Returns the running streaming queries. */
  RunningQueries queries();

  /**
   * Adds a jar to the processes that run tasks, present and later ones.
   *
   * @param jar a path or a URL
   */
  void addJar(String jar);

  /** Changes the Hadoop settings of jobs; does nothing when the driver is in another process. */
  default void configure(Consumer<Configuration> change) {}

  /** Cancels all jobs and stops; may take long. */
  void stop();
}
