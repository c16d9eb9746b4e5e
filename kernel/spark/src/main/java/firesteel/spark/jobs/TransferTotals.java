package firesteel.spark.jobs;

import org.apache.spark.executor.TaskMetrics;

/**
 * What tasks have moved.
 *
 * @param rowsRead from files and other sources
 * @param bytesRead the same in bytes
 * @param rowsWritten to files
 * @param bytesWritten the same in bytes
 * @param bytesShuffled written for the tasks of later stages
 * @param bytesSpilled written to disk as they did not fit into memory
 */
public record TransferTotals(
    long rowsRead,
    long bytesRead,
    long rowsWritten,
    long bytesWritten,
    long bytesShuffled,
    long bytesSpilled) {
  /** Nothing. */
  public static final TransferTotals NONE = new TransferTotals(0, 0, 0, 0, 0, 0);

  /** Less than this is nobody's trouble. */
  private static final long MIN_HEAVY_SPILL_BYTES = 64L << 20;

  /** These and what one task has moved. */
  TransferTotals plus(TaskMetrics task) {
    return new TransferTotals(
        rowsRead + task.inputMetrics().recordsRead(),
        bytesRead + task.inputMetrics().bytesRead(),
        rowsWritten + task.outputMetrics().recordsWritten(),
        bytesWritten + task.outputMetrics().bytesWritten(),
        bytesShuffled + task.shuffleWriteMetrics().bytesWritten(),
        bytesSpilled + task.diskBytesSpilled());
  }

  /** These, and more bytes read. */
  public TransferTotals plusBytesRead(long bytes) {
    return new TransferTotals(
        rowsRead, bytesRead + bytes, rowsWritten, bytesWritten, bytesShuffled, bytesSpilled);
  }

  /** Whether the data as a whole went to disk once more than it had to. */
  boolean isSpillHeavy() {
    return bytesSpilled >= Math.max(MIN_HEAVY_SPILL_BYTES, bytesRead + bytesShuffled);
  }
}
