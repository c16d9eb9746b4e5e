package firesteel.spark.table;

import firesteel.api.display.TextWidth;
import firesteel.api.table.TextTable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;

/** Writes the rows of a Dataset in the form of {@code Dataset.show()}. */
final class DatasetTexts {
  /** Values are cut at this many code points. */
  private static final int MAX_LENGTH = 20;

  private static final String CUT = "...";
  private static final int MIN_WIDTH = 3;

  private DatasetTexts() {}

  /** Returns the table, followed by a line with the number of rows. */
  static TextTable table(FirstRows first) {
    DatasetValueText text = new DatasetValueText(first.zone(), false);
    List<List<String>> rows = new ArrayList<>();
    for (Row row : first.rows()) {
      List<String> line = new ArrayList<>();
      for (int i = 0; i < first.columns().size(); i++) {
        line.add(fit(text.of(row.get(i))));
      }
      rows.add(line);
    }
    return new TextTable(
        first.columns().stream().map(DatasetTexts::column).toList(), rows, first.size());
  }

  private static TextTable.Column column(StructField field) {
    return new TextTable.Column(fit(field.name()), TextTable.Alignment.RIGHT, MIN_WIDTH);
  }

  private static String fit(String value) {
    String line = escape(value);
    if (line.codePointCount(0, line.length()) <= MAX_LENGTH) {
      return line;
    }
    int end = line.offsetByCodePoints(0, MAX_LENGTH - CUT.length());
    return line.substring(0, TextWidth.endOfWhole(line, end)) + CUT;
  }

  /** Escapes line breaks, so that a value stays on its line. */
  private static String escape(String value) {
    StringBuilder out = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '\f' -> out.append("\\f");
        case '\b' -> out.append("\\b");
        case '\u000b' -> out.append("\\v");
        case '\u0007' -> out.append("\\a");
        default -> out.append(c);
      }
    }
    return out.toString();
  }
}
