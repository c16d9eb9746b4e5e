package firesteel.terminal;

import firesteel.api.display.TextWidth;
import firesteel.api.table.TextTable;
import firesteel.api.table.TextTable.Alignment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Fits tables that are already text, such as that of Spark's {@code showString()}, into the width
 * of a terminal: parses them and lays them out again.
 */
final class DrawnTables {
  private static final Pattern BORDER = Pattern.compile("\\+(-+\\+)+");

  private DrawnTables() {}

  /**
   * Fits the tables in a text; other lines stay as they are.
   *
   * @param columns the width of the terminal, from 1 on
   */
  static String fit(String text, int columns) {
    List<String> lines = text.lines().toList();
    List<String> fitted = new ArrayList<>();
    for (int i = 0; i < lines.size(); ) {
      int end = endOfTable(lines, i);
      List<String> drawn = lines.subList(i, Math.max(end, i + 1));
      if (end > i && lines.get(i).length() > columns) {
        fitted.add(fitTable(drawn, columns));
      } else {
        fitted.addAll(drawn);
      }
      i += drawn.size();
    }
    return String.join("\n", fitted);
  }

  /**
   * Returns the end of the table that starts at a line; the line itself when none does. A table is
   * a border, a header, a border, rows and a border.
   */
  private static int endOfTable(List<String> lines, int start) {
    String border = lines.get(start);
    if (start + 3 >= lines.size()
        || !BORDER.matcher(border).matches()
        || !isRow(lines.get(start + 1))
        || !lines.get(start + 2).equals(border)) {
      return start;
    }
    int end = start + 3;
    while (end < lines.size() && isRow(lines.get(end))) {
      end++;
    }
    return end < lines.size() && lines.get(end).equals(border) ? end + 1 : start;
  }

  private static boolean isRow(String line) {
    return line.length() > 1 && line.startsWith("|") && line.endsWith("|");
  }

  private static String fitTable(List<String> drawn, int columns) {
    String border = drawn.get(0);
    int[] widths =
        Arrays.stream(border.substring(1).split("\\+")).mapToInt(String::length).toArray();
    List<List<String>> rows = new ArrayList<>();
    for (String line : drawn) {
      if (!line.equals(border)) {
        List<String> cells = cells(line, widths);
        if (cells.isEmpty()) {
          return String.join("\n", drawn);
        }
        rows.add(cells);
      }
    }
    return table(rows, widths).fit(columns);
  }

  /** Returns the cells of a line, with their blanks; none when its bars don't separate them. */
  private static List<String> cells(String line, int[] widths) {
    List<String> cells = new ArrayList<>();
    int bar = 0;
    for (int width : widths) {
      String rest = line.substring(bar + 1);
      String cell = rest.substring(0, TextWidth.endOfColumns(rest, width));
      bar += 1 + cell.length();
      if (bar >= line.length() || line.charAt(bar) != '|') {
        return cellsBetweenBars(line, widths.length);
      }
      cells.add(cell);
    }
    return bar == line.length() - 1 ? cells : cellsBetweenBars(line, widths.length);
  }

  /**
   * Returns the cells between bars that are out of line, since programs disagree on the width of
   * emoji and marks.
   */
  private static List<String> cellsBetweenBars(String line, int columns) {
    List<String> cells = List.of(line.substring(1, line.length() - 1).split("\\|", -1));
    return cells.size() == columns ? cells : List.of();
  }

  private static TextTable table(List<List<String>> lines, int[] widths) {
    Alignment[] alignments =
        IntStream.range(0, widths.length)
            .mapToObj(c -> alignment(lines, c))
            .toArray(Alignment[]::new);
    List<List<String>> rows =
        lines.stream()
            .map(
                line ->
                    IntStream.range(0, widths.length)
                        .mapToObj(c -> value(line.get(c), alignments[c]))
                        .toList())
            .toList();
    List<TextTable.Column> columns =
        IntStream.range(0, widths.length)
            .mapToObj(c -> new TextTable.Column(rows.get(0).get(c), alignments[c], widths[c]))
            .toList();
    return new TextTable(columns, rows.subList(1, rows.size()), "");
  }

  private static Alignment alignment(List<List<String>> lines, int column) {
    boolean filledBehind =
        lines.stream()
            .map(line -> line.get(column))
            .anyMatch(cell -> !cell.isBlank() && cell.endsWith(" "));
    return filledBehind ? Alignment.LEFT : Alignment.RIGHT;
  }

  private static String value(String cell, Alignment alignment) {
    return alignment == Alignment.LEFT ? cell.stripTrailing() : cell.stripLeading();
  }
}
