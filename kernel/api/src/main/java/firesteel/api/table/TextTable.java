package firesteel.api.table;

import firesteel.api.display.MimeBundle;
import firesteel.api.display.TextLayout;
import firesteel.api.display.TextWidth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A table of texts, drawn with plus, minus and bar signs in the format of Spark's {@code show()},
 * at its own width or fitted to a terminal. To fit it, long values are cut, and columns that don't
 * fit side by side are folded into tables below each other.
 *
 * @param columns the columns from left to right
 * @param rows the rows, each with one text for each column; control characters in them are replaced
 * @param caption the text below the table; may be empty
 */
public record TextTable(List<Column> columns, List<List<String>> rows, String caption)
    implements TextLayout {
  /**
   * The width that columns are cut to, if half of the terminal isn't wider, before columns are
   * folded.
   */
  private static final int MIN_CUT_WIDTH = 20;

  /** The alignment of the texts of a column. */
  public enum Alignment {
    /** Texts are followed by blanks. */
    LEFT,
    /** Texts are preceded by blanks. */
    RIGHT
  }

  /**
   * A column.
   *
   * @param name the text in its header
   * @param minWidth the minimum width, in columns of a terminal
   */
  public record Column(String name, Alignment alignment, int minWidth) {
    public Column {
      name = TextWidth.fit(name, Integer.MAX_VALUE);
    }

    String aligned(String text, int width) {
      return alignment == Alignment.RIGHT
          ? TextWidth.padStart(text, width)
          : TextWidth.padEnd(text, width);
    }
  }

  /** Checks that all rows have a text for each column. */
  public TextTable {
    columns = List.copyOf(columns);
    rows = rows.stream().map(TextTable::inOneLine).toList();
    for (List<String> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            "a row has %d texts for %d columns".formatted(row.size(), columns.size()));
      }
    }
  }

  private static List<String> inOneLine(List<String> row) {
    return row.stream().map(text -> TextWidth.fit(text, Integer.MAX_VALUE)).toList();
  }

  /** Returns a bundle of the text, which this table lays out in terminals. */
  public MimeBundle toBundle() {
    return MimeBundle.text(text()).withLayout(this);
  }

  /** Returns the table at its own width. */
  public String text() {
    List<String> lines = new ArrayList<>();
    draw(lines, widths(), 0, columns.size());
    return withCaption(lines);
  }

  @Override
  public String fit(int width) {
    int[] whole = widths();
    if (Arrays.stream(whole).sum() + whole.length + 1 <= width) {
      return text();
    }
    int maxWidth = Math.max(1, Math.min(width - 2, Math.max(MIN_CUT_WIDTH, (width - 1) / 2)));
    int[] widths = Arrays.stream(whole).map(own -> Math.min(own, maxWidth)).toArray();
    List<String> lines = new ArrayList<>();
    for (int from = 0, to; from < widths.length; from = to) {
      to = endOfFold(widths, from, width);
      if (from > 0) {
        lines.add(to == from + 1 ? "column " + to : "columns " + (from + 1) + " to " + to);
      }
      draw(lines, widths, from, to);
    }
    return withCaption(lines);
  }

  /** Returns the index behind the columns that fit side by side: at least one. */
  private static int endOfFold(int[] widths, int from, int width) {
    int to = from + 1;
    int used = widths[from] + 2;
    while (to < widths.length && used + widths[to] + 1 <= width) {
      used += widths[to] + 1;
      to++;
    }
    return to;
  }

  private int[] widths() {
    return IntStream.range(0, columns.size())
        .map(
            c ->
                IntStream.concat(
                        IntStream.of(
                            columns.get(c).minWidth(), TextWidth.of(columns.get(c).name())),
                        rows.stream().mapToInt(row -> TextWidth.of(row.get(c))))
                    .max()
                    .orElseThrow())
        .toArray();
  }

  private void draw(List<String> lines, int[] widths, int from, int to) {
    StringBuilder border = new StringBuilder("+");
    for (int c = from; c < to; c++) {
      border.append("-".repeat(widths[c])).append('+');
    }
    lines.add(border.toString());
    lines.add(line(columns.stream().map(Column::name).toList(), widths, from, to));
    lines.add(border.toString());
    rows.forEach(row -> lines.add(line(row, widths, from, to)));
    lines.add(border.toString());
  }

  private String line(List<String> texts, int[] widths, int from, int to) {
    StringBuilder line = new StringBuilder("|");
    for (int c = from; c < to; c++) {
      String text = TextWidth.fit(texts.get(c), widths[c]);
      line.append(columns.get(c).aligned(text, widths[c])).append('|');
    }
    return line.toString();
  }

  private String withCaption(List<String> lines) {
    return String.join("\n", lines) + (caption.isEmpty() ? "" : "\n" + caption);
  }
}
