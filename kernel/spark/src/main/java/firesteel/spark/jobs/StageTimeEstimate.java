package firesteel.spark.jobs;

import java.util.OptionalLong;

/** When a stage will end, as far as its tasks so far tell. */
public final class StageTimeEstimate {
  private static final long MIN_ELAPSED_MILLIS = 2000;
  private static final int MIN_TASKS_DONE = 4;

  private StageTimeEstimate() {}

  /**
   * The milliseconds that a stage will still take when the rest of its tasks is like the first
   * ones; empty as long as too few of them have ended to say so.
   *
   * @param elapsedMillis since its first task
   * @param done tasks
   * @param running tasks; each is taken for half done
   * @param tasks all
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
