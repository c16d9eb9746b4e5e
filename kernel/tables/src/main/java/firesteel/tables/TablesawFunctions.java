package firesteel.tables;

import firesteel.api.session.RunningCell;
import firesteel.api.spark.SessionSpark;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import tech.tablesaw.api.Table;

/**
 * Functions that every cell has without an import: convert Datasets to Tablesaw's tables, and back.
 */
public final class TablesawFunctions {
  /** The default limit of rows that a table takes from a Dataset. */
  public static final int MAX_ROWS = 1_000_000;

  private TablesawFunctions() {}

  /**
   * Collects a Dataset's first {@value #MAX_ROWS} rows into a table in this process.
   *
   * <p>The cell tells what Tablesaw can't hold: rows that were left out, and types and values that
   * lost something.
   */
  public static Table toTable(Dataset<?> dataset) {
    return toTable(dataset, MAX_ROWS);
  }

  /**
   * Collects a Dataset's first rows into a table in this process; see {@link #toTable(Dataset)}.
   *
   * @param rows the maximum number of rows
   */
  public static Table toTable(Dataset<?> dataset, int rows) {
    if (rows < 0) {
      throw new IllegalArgumentException("a number of rows from 0 on is needed, not " + rows);
    }
    DatasetReading reading = new DatasetReading(dataset, rows);
    Table table = reading.read();
    say(String.join("", reading.notes().stream().map(note -> "Note: " + note + "\n").toList()));
    return table;
  }

  /** Converts a table to a Dataset; missing values become null. */
  public static Dataset<Row> toDataset(Table table) {
    SparkSession spark =
        RunningCell.current()
            .flatMap(cell -> cell.session().extension(SessionSpark.class))
            .map(extension -> (SparkSession) extension.session())
            .orElseGet(SparkSession::active);
    return TableRows.toDataset(table, spark);
  }

  private static void say(String text) {
    if (!text.isEmpty()) {
      RunningCell.current().ifPresent(cell -> cell.outputs().stderr(text));
    }
  }
}
