package firesteel.spark.jobs;

import java.util.OptionalLong;

/** Estimates from its finished tasks when a stage will end. */
public final class StageTimeEstimate {
  private static final long MIN_ELAPSED_MILLIS = 2000;
  private static final int MIN_TASKS_DONE = 4;

  private StageTimeEstimate() {}

  /**
   * Returns the milliseconds that a stage will still take if the rest of its tasks is like the
   * first ones; empty while too few have ended.
   *
   * @param elapsedMillis milliseconds since its first task
   * @param done the number of finished tasks
   * @param running the number of running tasks; each counts as half done
   * @param tasks the number of all tasks
   */
  public static OptionalLong of(long elapsedMillis, int done, int running, int tasks) {
    boolean early =
        elapsedMillis < MIN_ELAPSED_MILLIS || done < Math.max(MIN_TASKS_DONE, 2 * running);
    if (early || done >= tasks) {
      return OptionalLong.empty();
    }
    double soFar = done + running / 2.0;
    return OptionalLong.of(Math.round(elapsedMillis * (tasks - soFar) / soFar));
  }
}
