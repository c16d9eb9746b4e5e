package firesteel.tables;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Collects the rows of a table, or of a part of one. Not thread-safe. */
final class TableSink {
  static {
    // Tablesaw's types initialize each other: two threads that begin with different ones would
    // deadlock. Everything that fills tables begins here.
    Objects.requireNonNull(ColumnType.STRING);
  }

  private final ColumnSink<?>[] columns;
  private int rows;

  /**
   * Creates an empty table.
   *
   * @param schema its columns, of types that {@link DatasetReading} leaves unchanged
   */
  TableSink(StructType schema) {
    StructField[] fields = schema.fields();
    columns = new ColumnSink<?>[fields.length];
    for (int i = 0; i < fields.length; i++) {
      columns[i] = ColumnSinks.of(fields[i].name(), fields[i].dataType());
    }
  }

  int rows() {
    return rows;
  }

  /** Appends a row in Spark's internal form; keeps no reference to it. */
  void append(InternalRow row) {
    for (int i = 0; i < columns.length; i++) {
      columns[i].append(row, i);
    }
    rows++;
  }

  /** Appends a row of Java objects. */
  void append(Row row) {
    for (int i = 0; i < columns.length; i++) {
      columns[i].append(row.get(i));
    }
    rows++;
  }

  /** Appends a part's first rows; the part must not be used afterwards. */
  void append(TableSink part, int most) {
    int taken = Math.min(part.rows, most);
    for (int i = 0; i < columns.length; i++) {
      columns[i].append(part.columns[i], taken);
    }
    rows += taken;
  }

  /** Returns what values lost, for the user: a sentence for each column with losses. */
  List<String> losses() {
    return Arrays.stream(columns).map(ColumnSink::loss).flatMap(Optional::stream).toList();
  }

  /** Returns the table; its columns are built in parallel. */
  Table toTable() {
    return Table.create(
        Arrays.stream(columns).parallel().map(ColumnSink::column).toArray(Column<?>[]::new));
  }
}
