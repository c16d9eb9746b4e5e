package firesteel.spark.jobs;

import org.apache.spark.executor.TaskMetrics;

/**
 * Totals of the data that tasks have moved.
 *
 * @param rowsRead from files and other sources
 * @param bytesRead the same in bytes
 * @param rowsWritten to files
 * @param bytesWritten the same in bytes
 * @param bytesShuffled written for the tasks of later stages
 * @param bytesSpilled written to disk because they did not fit into memory
 */
public record TransferTotals(
    long rowsRead,
    long bytesRead,
    long rowsWritten,
    long bytesWritten,
    long bytesShuffled,
    long bytesSpilled) {
  /** The totals of no tasks. */
  public static final TransferTotals NONE = new TransferTotals(0, 0, 0, 0, 0, 0);

  /** Smaller spills are not reported. */
  private static final long MIN_HEAVY_SPILL_BYTES = 64L << 20;

  /** Returns the totals including one more task. */
  TransferTotals plus(TaskMetrics task) {
    return new TransferTotals(
        rowsRead + task.inputMetrics().recordsRead(),
        bytesRead + task.inputMetrics().bytesRead(),
        rowsWritten + task.outputMetrics().recordsWritten(),
        bytesWritten + task.outputMetrics().bytesWritten(),
        bytesShuffled + task.shuffleWriteMetrics().bytesWritten(),
        bytesSpilled + task.diskBytesSpilled());
  }

  /** Returns the totals with more bytes read. */
  public TransferTotals plusBytesRead(long bytes) {
    return new TransferTotals(
        rowsRead, bytesRead + bytes, rowsWritten, bytesWritten, bytesShuffled, bytesSpilled);
  }

  /** Whether all of the data went to disk once more than necessary. */
  boolean isSpillHeavy() {
    return bytesSpilled >= Math.max(MIN_HEAVY_SPILL_BYTES, bytesRead + bytesShuffled);
  }
}
