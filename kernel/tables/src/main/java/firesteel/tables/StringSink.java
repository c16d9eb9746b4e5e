package firesteel.tables;

import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;

/** Collects a column of texts. */
final class StringSink extends ColumnSink<String[]> {
  private static final String EMPTY = "%s empty strings are missing values here";
  private static final int MAX_KNOWN_STRINGS = 4096;

  /** Decoded values, while there are only few distinct ones; null when there are many. */
  private Map<UTF8String, String> known = new HashMap<>();

  StringSink(String name) {
    super(name, String.class, EMPTY);
  }

  @Override
  void putFrom(InternalRow row, int column, String[] values, int at) {
    UTF8String value = row.getUTF8String(column);
    put(known == null ? value.toString() : decode(value), values, at);
  }

  private String decode(UTF8String value) {
    String text = known.get(value);
    if (text == null) {
      text = value.toString();
      known.put(value.copy(), text);
      known = known.size() > MAX_KNOWN_STRINGS ? null : known;
    }
    return text;
  }

  @Override
  void putValue(Object value, String[] values, int at) {
    put(value.toString(), values, at);
  }

  private void put(String value, String[] values, int at) {
    noteLoss(value.isEmpty());
    values[at] = value;
  }

  @Override
  void putMissing(String[] values, int at) {
    values[at] = null;
  }

  @Override
  Column<?> column(String name, String[] values) {
    StringColumn column = StringColumn.create(name);
    for (String value : values) {
      if (value == null) {
        column.appendMissing();
      } else {
        column.append(value);
      }
    }
    return column;
  }
}
