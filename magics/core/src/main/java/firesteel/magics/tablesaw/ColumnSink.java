package firesteel.magics.tablesaw;

import java.util.Optional;
import org.apache.spark.sql.catalyst.InternalRow;
import tech.tablesaw.columns.Column;

/**
 * Fills one column of a table; counts the values that Tablesaw can't tell from others.
 *
 * @param <C> the column's type
 */
abstract class ColumnSink<C extends Column<?>> {
  final C column;
  private final String lossText;
  private long losses;

  /**
   * Makes a sink.
   *
   * @param column what it fills
   * @param lossText what is to be said of values that lost something; {@code %s} is how many
   */
  ColumnSink(C column, String lossText) {
    this.column = column;
    this.lossText = lossText;
  }

  Column<?> column() {
    return column;
  }

  /** What was lost, for people. */
  Optional<String> loss() {
    return losses == 0
        ? Optional.empty()
        : Optional.of(column.name() + ": " + lossText.formatted("%,d".formatted(losses)));
  }

  void countLoss(boolean lost) {
    losses += lost ? 1 : 0;
  }

  /** Appends a column of rows as Spark holds them. */
  void append(InternalRow[] rows, int at, int end) {
    for (int i = 0; i < end; i++) {
      if (rows[i].isNullAt(at)) {
        column.appendMissing();
      } else {
        appendFrom(rows[i], at);
      }
    }
  }

  /** Appends a value of a row; may be null. */
  void append(Object value) {
    if (value == null) {
      column.appendMissing();
    } else {
      appendValue(value);
    }
  }

  abstract void appendFrom(InternalRow row, int at);

  abstract void appendValue(Object value);
}
