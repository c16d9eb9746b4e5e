package firesteel.spark.jobs;

import firesteel.api.session.RunningCell;
import firesteel.spark.closure.Closures;
import java.util.Optional;
import java.util.Properties;
import org.apache.spark.SparkContext;
import org.apache.spark.TaskContext;

/**
 * Ties threads to cells by Spark's local properties: jobs, their tasks and the threads that a
 * thread starts inherit them.
 */
public final class CellThreads {
  /** The local property that holds {@link RunningCell#id()}. */
  static final String CELL = "firesteel.cell";

  private static final String GROUP = "spark.jobGroup.id";
  private static final String DESCRIPTION = "spark.job.description";
  private static final String INTERRUPT = "spark.job.interruptOnCancel";

  private CellThreads() {}

  /**
   * Ties the jobs of the calling thread to a cell from now on; they form its job group unless the
   * user has set another group.
   *
   * @param description the jobs' description in Spark's web UI
   */
  static void bind(SparkContext context, RunningCell cell, String description) {
    if (cell.id().equals(context.getLocalProperty(CELL))) {
      return;
    }
    String group = context.getLocalProperty(GROUP);
    if (group == null || group.equals(context.getLocalProperty(CELL))) {
      context.setLocalProperty(GROUP, cell.id());
      context.setLocalProperty(DESCRIPTION, description);
      context.setLocalProperty(INTERRUPT, "true");
    }
    context.setLocalProperty(CELL, cell.id());
  }

  /** Undoes {@link #bind} on the calling thread; what the user has set stays. */
  static void unbind(SparkContext context) {
    String cell = context.getLocalProperty(CELL);
    if (cell == null) {
      return;
    }
    if (cell.equals(context.getLocalProperty(GROUP))) {
      context.setLocalProperty(GROUP, null);
      context.setLocalProperty(DESCRIPTION, null);
      context.setLocalProperty(INTERRUPT, null);
    }
    context.setLocalProperty(CELL, null);
    // Otherwise the values of the cell's last job would live as long as the thread.
    context.setLocalProperty(Closures.SNAPSHOT, null);
  }

  /** Returns local properties as the jobs of a cell have them. */
  public static Properties propertiesOf(RunningCell cell) {
    Properties properties = new Properties();
    properties.setProperty(CELL, cell.id());
    properties.setProperty(GROUP, cell.id());
    return properties;
  }

  /**
   * Returns the id of the cell that a job belongs to, from the job's properties, which may be null.
   */
  public static Optional<String> cellOf(Properties job) {
    return Optional.ofNullable(job).map(properties -> properties.getProperty(CELL));
  }

  /** Returns the id of the cell whose task the calling thread runs; empty on all other threads. */
  static Optional<String> cellOfTask() {
    TaskContext task = TaskContext.get();
    return task == null ? Optional.empty() : Optional.ofNullable(task.getLocalProperty(CELL));
  }
}
