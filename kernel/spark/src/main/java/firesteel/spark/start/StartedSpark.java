package firesteel.spark.start;

import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/**
 * A Spark that runs.
 *
 * @param session for Datasets and SQL
 * @param context for RDDs
 */
public record StartedSpark(SparkSession session, JavaSparkContext context) {
  /** Wraps a session and its context. */
  public static StartedSpark of(SparkSession session) {
    return new StartedSpark(session, JavaSparkContext.fromSparkContext(session.sparkContext()));
  }

  /** Whether somebody has stopped it. */
  public boolean isStopped() {
    return sparkContext().isStopped();
  }

  /** The context as Spark's own code knows it. */
  public SparkContext sparkContext() {
    return context.sc();
  }

  /** One line: version, master and where the web UI is. */
  public String description() {
    String line = "Spark " + context.version() + " on " + context.master();
    scala.Option<String> ui = sparkContext().uiWebUrl();
    return ui.isDefined() ? line + ", web UI at " + ui.get() : line;
  }
}
