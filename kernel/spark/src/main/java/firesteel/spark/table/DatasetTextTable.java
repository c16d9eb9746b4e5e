package firesteel.spark.table;

import firesteel.api.display.TextWidth;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;

/** Draws rows with plus, minus and bar signs, as {@code Dataset.show()} does. */
final class DatasetTextTable {
  /** Values are cut at this many characters, as {@code show()} does. */
  private static final int WIDTH = 20;

  private static final int LEAST_WIDTH = 3;

  private DatasetTextTable() {}

  /** The table, and below it how much it shows. */
  static String draw(FirstRows first) {
    DatasetValueText text = new DatasetValueText(first.zone(), false);
    List<List<String>> lines = new ArrayList<>();
    lines.add(first.columns().stream().map(StructField::name).map(DatasetTextTable::fit).toList());
    for (Row row : first.rows()) {
      List<String> line = new ArrayList<>();
      for (int i = 0; i < first.columns().size(); i++) {
        line.add(fit(text.of(row.get(i))));
      }
      lines.add(line);
    }
    int[] widths = new int[first.columns().size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = LEAST_WIDTH;
      for (List<String> line : lines) {
        widths[i] = Math.max(widths[i], width(line.get(i)));
      }
    }
    StringBuilder border = new StringBuilder("+");
    for (int width : widths) {
      border.append("-".repeat(width)).append('+');
    }
    StringBuilder out = new StringBuilder().append(border).append('\n');
    for (int n = 0; n < lines.size(); n++) {
      out.append('|');
      for (int i = 0; i < widths.length; i++) {
        String cell = lines.get(n).get(i);
        out.append(" ".repeat(widths[i] - width(cell))).append(cell).append('|');
      }
      out.append('\n');
      if (n == 0) {
        out.append(border).append('\n');
      }
    }
    return out.append(border).append('\n').append(first.size()).toString();
  }

  private static String fit(String value) {
    String line = escape(value);
    return line.codePointCount(0, line.length()) <= WIDTH
        ? line
        : line.substring(0, TextWidth.endOfWhole(line, line.offsetByCodePoints(0, WIDTH - 3)))
            + "...";
  }

  /** Keeps a value on its line. */
  static String escape(String value) {
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
        default -> out.append(c < 0x20 || c == 0x7f ? '\uFFFD' : c);
      }
    }
    return out.toString();
  }

  private static int width(String text) {
    return TextWidth.of(text);
  }
}
