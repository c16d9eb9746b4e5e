package firesteel.api.table;

import firesteel.api.display.FiresteelMetadata;
import firesteel.api.display.MimeBundle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * A table's columns and values, from which it is laid out: as plain text and in terminals in the
 * form of Spark's {@code show()}, and as HTML that needs neither script nor style sheet. Rows that
 * are too many are counted, texts that are too long are cut; all data is escaped.
 *
 * @param columns the columns; several may have the same name
 * @param rows the rows, each with one value or null for each column
 * @param total how many rows there are, shown or not; -1 when there are more and nobody knows how
 *     many
 * @param note one line to show below the rows; may be empty
 */
public record Table(List<Column> columns, List<List<Object>> rows, long total, String note) {
  /** The rows that plain text shows. */
  public static final int TEXT_ROWS = 20;

  /** The rows that HTML shows. */
  public static final int HTML_ROWS = 50;

  static final int MAX_COLUMNS = 50;

  /** The value of a blank cell, which is neither a null nor an empty text. */
  static final Object BLANK =
      new Object() {
        @Override
        public String toString() {
          return "";
        }
      };

  /**
   * A column.
   *
   * @param name its name
   * @param type its type as users write it, shown below the name; may be empty
   */
  public record Column(String name, String type) {
    public Column {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(type, "type");
    }

    /** Returns a column without a type. */
    public static Column of(String name) {
      return new Column(name, "");
    }
  }

  public Table {
    columns = List.copyOf(columns);
    // rows may hold nulls, which copyOf refuses
    rows = List.copyOf(rows.stream().map(Table::copy).toList());
    Objects.requireNonNull(note, "note");
  }

  /** Creates a table without a note. */
  public Table(List<Column> columns, List<List<Object>> rows, long total) {
    this(columns, rows, total, "");
  }

  private static List<Object> copy(List<Object> row) {
    return Collections.unmodifiableList(new ArrayList<>(row));
  }

  /** Returns a table of all its rows, its columns without types. */
  public static Table of(List<String> columns, List<List<Object>> rows) {
    return new Table(columns.stream().map(Column::of).toList(), rows, rows.size());
  }

  /** Returns the table as text and HTML; the HTML has controls to look through many rows. */
  public MimeBundle toBundle() {
    HtmlTable html = new HtmlTable(this, HTML_ROWS).caption(size(HTML_ROWS));
    return textTable().toBundle().withHtml(html.draw());
  }

  /**
   * Returns the table as text and HTML, with a line of text below.
   *
   * @param most the maximum number of rows
   * @param caption one line, such as {@link #size}
   */
  public MimeBundle toBundle(int most, String caption) {
    HtmlTable html = new HtmlTable(this, most).caption(caption);
    return textTable(most, caption).toBundle().withHtml(html.draw());
  }

  /**
   * Returns the table as text and HTML with all rows, for lists that are of no use when they are
   * cut.
   */
  public MimeBundle toWholeBundle() {
    return textTable(rows.size(), remark(rows.size()))
        .toBundle()
        .withHtml(new HtmlTable(this, rows.size()).withoutControls().draw());
  }

  /**
   * Returns the table as {@link #toBundle(int, String)} does, but with all columns and whole values
   * in the text.
   *
   * @param most the maximum number of rows
   */
  public MimeBundle toWideBundle(int most) {
    HtmlTable html = new HtmlTable(this, most).caption(size(most));
    String caption = size(most, columns.size());
    TextTable text = TableTexts.of(this, columns.size(), most, TableTexts.WHOLE, caption);
    return FiresteelMetadata.wide(MimeBundle.text(text.text()).withHtml(html.draw()));
  }

  /** The first {@value #TEXT_ROWS} rows as texts, and below them what is left out. */
  public TextTable textTable() {
    return textTable(TEXT_ROWS, remark(Math.min(rows.size(), TEXT_ROWS)));
  }

  private TextTable textTable(int most, String caption) {
    return TableTexts.of(
        this, Math.min(columns.size(), MAX_COLUMNS), most, TableTexts.MAX_WIDTH, caption);
  }

  /** The first {@value #HTML_ROWS} rows as HTML, and no more than that. */
  public String toHtml() {
    return new HtmlTable(this, HTML_ROWS).withoutControls().draw();
  }

  /**
   * Returns how much is shown of how much, in one line.
   *
   * @param most how many rows are shown at most
   */
  public String size(int most) {
    return size(most, MAX_COLUMNS);
  }

  private String size(int most, int maxColumns) {
    int shown = Math.min(rows.size(), most);
    boolean allRows = total == shown;
    boolean allColumns = columns.size() <= maxColumns;
    String rowText =
        allRows
            ? "%,d %s".formatted(shown, shown == 1 ? "row" : "rows")
            : total < 0
                ? "first " + (shown == 1 ? "row" : "%,d rows".formatted(shown))
                : "first %,d of %,d rows".formatted(shown, total);
    String columnText =
        allColumns
            ? "%,d %s".formatted(columns.size(), columns.size() == 1 ? "column" : "columns")
            : "first %,d of %,d columns".formatted(maxColumns, columns.size());
    return rowText
        + " × "
        + columnText
        + (total < 0 ? ", there are more" : "")
        + (note.isEmpty() ? "" : "; " + note);
  }

  List<List<Object>> shownRows(int most) {
    return rows.subList(0, Math.min(rows.size(), most));
  }

  /** Returns whether a column has numbers, which are aligned to the right. */
  TextTable.Alignment alignment(int column) {
    boolean any = false;
    for (List<Object> row : rows) {
      Object value = row.get(column);
      if (value != null && value != BLANK && !(value instanceof Number)) {
        return TextTable.Alignment.LEFT;
      }
      any |= value instanceof Number;
    }
    return any ? TextTable.Alignment.RIGHT : TextTable.Alignment.LEFT;
  }

  /** Returns what is left out when this many rows are shown; an empty string when nothing is. */
  String remark(int shown) {
    List<String> parts = new ArrayList<>();
    if (total < 0) {
      parts.add(shown == 1 ? "first row" : "first %,d rows".formatted(shown));
    } else if (total > shown) {
      parts.add("first %,d of %,d rows".formatted(shown, total));
    }
    if (columns.size() > MAX_COLUMNS) {
      parts.add("first %,d of %,d columns".formatted(MAX_COLUMNS, columns.size()));
    }
    if (!note.isEmpty()) {
      parts.add(note);
    }
    return String.join(", ", parts);
  }
}
