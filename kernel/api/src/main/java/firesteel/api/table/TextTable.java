package firesteel.api.table;

import firesteel.api.display.PlainText;
import firesteel.api.display.TextWidth;
import java.util.ArrayList;
import java.util.List;

/** A table as plain text, in the form of Spark's {@code show()}. */
final class TextTable {
  private static final int MOST_WIDTH = 60;

  private final List<String[]> lines = new ArrayList<>();
  private final int[] widths;
  private final boolean[] right;

  private TextTable(Table table, int columns, int mostRows, int mostWidth) {
    widths = new int[columns];
    right = new boolean[columns];
    String[] header = new String[columns];
    for (int c = 0; c < columns; c++) {
      right[c] = table.isNumeric(c);
      header[c] = TextWidth.fit(table.columns().get(c).name(), mostWidth);
    }
    add(header);
    for (List<Object> row : table.shownRows(mostRows)) {
      String[] line = new String[columns];
      for (int c = 0; c < columns; c++) {
        line[c] = cell(row.get(c), mostWidth);
      }
      add(line);
    }
  }

  static String of(Table table, int mostRows) {
    return of(table, mostRows, table.remark(Math.min(table.rows().size(), mostRows)));
  }

  /** The rows, and a line of text below them. */
  static String of(Table table, int mostRows, String remark) {
    TextTable text = new TextTable(table, table.shownColumns().size(), mostRows, MOST_WIDTH);
    return text.draw() + (remark.isEmpty() ? "" : "\n" + remark);
  }

  /** All columns of the rows, no value cut, and a line of text below them. */
  static String wide(Table table, int mostRows, String remark) {
    TextTable text = new TextTable(table, table.columns().size(), mostRows, Integer.MAX_VALUE);
    return text.draw() + (remark.isEmpty() ? "" : "\n" + remark);
  }

  private static String cell(Object value, int mostWidth) {
    int budget = mostWidth == Integer.MAX_VALUE ? mostWidth : 4 * mostWidth;
    return TextWidth.fit(PlainText.of(value, budget, "=", TableValueText::scalar), mostWidth);
  }

  private void add(String[] line) {
    for (int c = 0; c < line.length; c++) {
      widths[c] = Math.max(widths[c], TextWidth.of(line[c]));
    }
    lines.add(line);
  }

  private String draw() {
    StringBuilder rule = new StringBuilder("+");
    for (int width : widths) {
      rule.append("-".repeat(width)).append('+');
    }
    StringBuilder out = new StringBuilder().append(rule).append('\n');
    for (int i = 0; i < lines.size(); i++) {
      out.append('|');
      for (int c = 0; c < widths.length; c++) {
        String cell = lines.get(i)[c];
        String blanks = " ".repeat(widths[c] - TextWidth.of(cell));
        out.append(right[c] ? blanks + cell : cell + blanks).append('|');
      }
      out.append('\n');
      if (i == 0) {
        out.append(rule).append('\n');
      }
    }
    return out.append(rule).toString();
  }
}
