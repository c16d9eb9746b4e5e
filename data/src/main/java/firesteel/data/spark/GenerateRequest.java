package firesteel.data.spark;

import firesteel.data.Column;
import firesteel.data.Dataset;
import java.util.List;
import java.util.Objects;

/**
 * What a {@link GenerateJob} makes.
 *
 * @param dataset which rows
 * @param rows how many of them, from row 0 on
 * @param seed equal seeds give equal rows
 * @param folder the folder of the table: a path, or the URL of a file system that Spark can write
 *     to
 * @param format the format of its files
 * @param partitionBy the columns by which the table is partitioned; may be empty
 * @param truth whether to make the truth as well, as a table in the folder's sibling {@code
 *     FOLDER-truth}
 * @param overwrite whether a table that is in the folder already gives way once the new one is
 *     whole
 * @param rowsPerFile the largest number of rows of a file; a job that was killed makes unfinished
 *     files again
 */
public record GenerateRequest(
    Dataset dataset,
    long rows,
    long seed,
    String folder,
    FileFormat format,
    List<String> partitionBy,
    boolean truth,
    boolean overwrite,
    long rowsPerFile) {
  private static final long MAX_ROWS_PER_FILE = 1_000_000;
  private static final long MIN_ROWS_PER_FILE = 20_000;

  /** The number of files of a small table: enough for the cores of a small machine. */
  private static final long FILES = 8;

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException when a value can't be meant; the message is for the user
   */
  public GenerateRequest {
    Objects.requireNonNull(dataset, "dataset");
    Objects.requireNonNull(folder, "folder");
    Objects.requireNonNull(format, "format");
    partitionBy = List.copyOf(partitionBy);
    if (rows < 1) {
      throw new IllegalArgumentException("There must be 1 row or more, and not " + rows + ".");
    }
    if (rows > dataset.maxRows()) {
      throw new IllegalArgumentException(
          "%s has %,d rows and no more; %,d were asked for."
              .formatted(dataset.name(), dataset.maxRows(), rows));
    }
    if (rowsPerFile < 1) {
      throw new IllegalArgumentException(
          "A file must have 1 row or more, and not " + rowsPerFile + ".");
    }
    List<String> columns = dataset.columns().stream().map(Column::name).toList();
    for (String column : partitionBy) {
      if (!columns.contains(column)) {
        throw new IllegalArgumentException(
            "%s has no column '%s' to partition by; it has %s."
                .formatted(dataset.name(), column, String.join(", ", columns)));
      }
    }
    if (partitionBy.size() == columns.size()) {
      throw new IllegalArgumentException(
          "One column at least must stay in the files, and not all be partitioned by.");
    }
  }

  /**
   * Returns a request for a Parquet table with the seed of the samples, without truth, which fails
   * when the folder has content.
   */
  public static GenerateRequest of(Dataset dataset, long rows, String folder) {
    return new GenerateRequest(
        dataset,
        rows,
        Dataset.SAMPLE_SEED,
        folder,
        FileFormat.PARQUET,
        List.of(),
        false,
        false,
        usualRowsPerFile(rows));
  }

  /**
   * Returns how many rows a file has when nobody says so. It depends on nothing but the number of
   * rows, so that the files are the same on every machine.
   */
  private static long usualRowsPerFile(long rows) {
    return Math.max(MIN_ROWS_PER_FILE, Math.min(MAX_ROWS_PER_FILE, (rows + FILES - 1) / FILES));
  }

  /** Returns this request with another seed. */
  public GenerateRequest withSeed(long other) {
    return new GenerateRequest(
        dataset, rows, other, folder, format, partitionBy, truth, overwrite, rowsPerFile);
  }

  /** Returns this request with another format. */
  public GenerateRequest withFormat(FileFormat other) {
    return new GenerateRequest(
        dataset, rows, seed, folder, other, partitionBy, truth, overwrite, rowsPerFile);
  }

  /** Returns this request for a table that is partitioned by columns. */
  public GenerateRequest withPartitionBy(List<String> columns) {
    return new GenerateRequest(
        dataset, rows, seed, folder, format, columns, truth, overwrite, rowsPerFile);
  }

  /** Returns this request with the truth, or without. */
  public GenerateRequest withTruth(boolean wanted) {
    return new GenerateRequest(
        dataset, rows, seed, folder, format, partitionBy, wanted, overwrite, rowsPerFile);
  }

  /** Returns this request, which replaces a table in the folder or fails. */
  public GenerateRequest withOverwrite(boolean wanted) {
    return new GenerateRequest(
        dataset, rows, seed, folder, format, partitionBy, truth, wanted, rowsPerFile);
  }

  /** Returns this request with files of another size. */
  public GenerateRequest withRowsPerFile(long other) {
    return new GenerateRequest(
        dataset, rows, seed, folder, format, partitionBy, truth, overwrite, other);
  }
}
