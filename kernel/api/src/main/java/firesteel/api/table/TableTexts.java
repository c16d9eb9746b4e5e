package firesteel.api.table;

import firesteel.api.display.PlainText;
import firesteel.api.display.TextWidth;
import java.util.stream.IntStream;

/** Writes the values of a table as texts, cut to a width. */
final class TableTexts {
  /** The maximum width of a value in a table for a quick look. */
  static final int MAX_WIDTH = 60;

  /** Wide enough for any value. */
  static final int WHOLE = Integer.MAX_VALUE;

  private final int maxWidth;

  private TableTexts(int maxWidth) {
    this.maxWidth = maxWidth;
  }

  /**
   * Returns the first rows and columns of a table.
   *
   * @param maxWidth the maximum width of a value
   * @param caption the text below the table
   */
  static TextTable of(Table table, int columns, int rows, int maxWidth, String caption) {
    TableTexts texts = new TableTexts(maxWidth);
    return new TextTable(
        IntStream.range(0, columns).mapToObj(c -> texts.column(table, c)).toList(),
        table.shownRows(rows).stream()
            .map(row -> row.subList(0, columns).stream().map(texts::cell).toList())
            .toList(),
        caption);
  }

  private TextTable.Column column(Table table, int column) {
    String name = TextWidth.fit(table.columns().get(column).name(), maxWidth);
    return new TextTable.Column(name, table.alignment(column), 0);
  }

  private String cell(Object value) {
    int budget = maxWidth == WHOLE ? WHOLE : 4 * maxWidth;
    return TextWidth.fit(PlainText.of(value, budget, "=", TableValueText::scalar), maxWidth);
  }
}
