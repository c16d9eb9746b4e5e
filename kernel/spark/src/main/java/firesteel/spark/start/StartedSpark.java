package firesteel.spark.start;

import firesteel.engine.RunningCell;
import firesteel.spark.SparkStartException;
import firesteel.spark.closure.Closures;
import firesteel.spark.jobs.JobWatch;
import firesteel.spark.jobs.ProgressDisplay;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/**
 * A Spark that was started: in this process, where its driver is, or on a Spark Connect server.
 * Thread-safe.
 */
public interface StartedSpark {
  /** For Datasets and SQL. */
  SparkSession session();

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

  /** One line: version, master and where the web UI is. */
  String description();

  /**
   * Begins to tie jobs to cells.
   *
   * @param runningCells the cells that run, by id; kept by the caller
   * @param progress where the progress of cells' jobs is shown
   */
  JobWatch watch(Map<String, RunningCell> runningCells, ProgressDisplay progress);

  /** Makes its tasks see the notebook's variables; before its first job. */
  void attach(Closures closures);

  /** Cancels all jobs and stops; may take long. */
  void stop();
}
