package firesteel.data.spark;

import firesteel.data.Dataset;
import java.io.IOException;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/** Writes ranges of a table's rows by Spark, each by one task. Thread-safe. */
final class PartWriter {
  private static final String TRIAL = "trial";
  private static final long TRIAL_ROWS = 20_000;

  private final SparkSession spark;
  private final IncompleteTable table;
  private final FileFormat format;
  private final String[] partitionBy;
  private final RowFunction function;

  PartWriter(
      SparkSession spark,
      IncompleteTable table,
      Dataset dataset,
      FileFormat format,
      boolean truth) {
    this.spark = spark;
    this.table = table;
    this.format = format;
    this.partitionBy = table.manifest().partitionBy().toArray(String[]::new);
    long seed = table.manifest().seed();
    RowFunction rows = truth ? RowFunction.truth(dataset, seed) : RowFunction.rows(dataset, seed);
    this.function = format == FileFormat.CSV ? rows.forCsv() : rows;
  }

  IncompleteTable table() {
    return table;
  }

  /** Makes one part and gives it to the table. */
  void write(long part) throws IOException {
    Path work = table.work("%05d".formatted(part));
    save(table.firstRow(part), table.endRow(part), work, partitionBy);
    table.take(part);
  }

  /**
   * Returns about how many bytes the missing rows will take: those of a trial with the first rows.
   * Tables that are not larger than the trial count as nothing.
   */
  long estimatedBytes() throws IOException {
    long missing = table.manifest().rows() - table.doneRows();
    if (missing <= TRIAL_ROWS) {
      return 0;
    }
    save(0, TRIAL_ROWS, table.work(TRIAL));
    return (long) (table.bytes(TRIAL) / (double) TRIAL_ROWS * missing);
  }

  private void save(long first, long end, Path folder, String... columns) {
    org.apache.spark.sql.Dataset<Row> rows = function.apply(spark.range(first, end, 1, 1));
    rows.write()
        .mode(SaveMode.Overwrite)
        .format(format.sparkName())
        .options(format.writeOptions())
        .partitionBy(columns)
        .save(folder.toString());
  }
}
