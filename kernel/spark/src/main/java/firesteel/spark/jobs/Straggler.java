package firesteel.spark.jobs;

/**
 * A task that is far behind the others of its stage.
 *
 * @param stage the stage's id
 * @param task its number within the stage, from 0 on, as the web UI counts
 * @param millis how long it has taken so far
 * @param medianMillis what half of the others took at most
 * @param running whether it still runs
 * @param host where it runs
 * @param rows how many rows it had; 0 while it runs, as nobody knows
 * @param medianRows what half of the others had at most
 */
public record Straggler(
    int stage,
    int task,
    long millis,
    long medianMillis,
    boolean running,
    String host,
    long rows,
    long medianRows) {
  private static final int FAR = 5;
  private static final long MIN_MILLIS = 3000;

  /** Whether a task that takes so long is far behind. */
  static boolean isFarBehind(long millis, long medianMillis) {
    return millis >= MIN_MILLIS && millis >= FAR * medianMillis;
  }

  /** Whether it has more rows than the others; otherwise its host is slow. */
  boolean isSkewed() {
    return rows >= FAR * Math.max(1, medianRows) / 2;
  }
}
