package firesteel.data.spark;

import firesteel.data.CsvRows;
import java.sql.Date;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Texts of rows, which are equal when all values are. */
final class RowTexts {
  private RowTexts() {}

  static List<String> of(Dataset<Row> rows) {
    return rows.collectAsList().stream().map(RowTexts::of).toList();
  }

  static String of(Row row) {
    Object[] values = new Object[row.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = row.get(i) instanceof Date date ? date.toLocalDate() : row.get(i);
    }
    return of(values);
  }

  static String of(Object[] values) {
    List<String> texts = new ArrayList<>();
    for (Object value : values) {
      texts.add(value == null ? "null" : CsvRows.text(value));
    }
    return texts.toString();
  }
}
