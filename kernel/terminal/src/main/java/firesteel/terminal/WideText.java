package firesteel.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Fits tables, as Spark and the engine draw them in plain text, into the width of a terminal: long
 * values are cut, and columns that don't fit side by side are folded into tables below each other.
 */
final class WideText {
  /** A column is cut to this, or to what half of the terminal holds, before columns are folded. */
  private static final int LEAST_CUT = 20;

  private WideText() {}

  /**
   * Fits a text; what is no table stays as it is.
   *
   * @param columns the width of the terminal in characters; 0 when it isn't known
   */
  static String fit(String text, int columns) {
    List<String> lines = text.lines().toList();
    List<String> fitted = new ArrayList<>();
    for (int i = 0; i < lines.size(); ) {
      int end = endOfTable(lines, i);
      if (columns > 0 && end > i && lines.get(i).length() > columns) {
        fitted.addAll(fold(lines.subList(i, end), columns));
      } else {
        end = Math.max(end, i + 1);
        fitted.addAll(lines.subList(i, end));
      }
      i = end;
    }
    return String.join("\n", fitted);
  }

  /** Where a table that starts at a line ends; the line itself when none does. */
  private static int endOfTable(List<String> lines, int start) {
    String border = lines.get(start);
    if (!border.matches("\\+(-+\\+)+")) {
      return start;
    }
    int end = start;
    while (end < lines.size()
        && (lines.get(end).equals(border) || lines.get(end).startsWith("|"))) {
      end++;
    }
    return end;
  }

  private static List<String> fold(List<String> table, int columns) {
    int[] drawn = widths(table.get(0));
    int most = Math.min(columns - 2, Math.max(LEAST_CUT, (columns - 1) / 2));
    int[] widths = Arrays.stream(drawn).map(width -> Math.min(width, most)).toArray();
    List<String> folded = new ArrayList<>();
    for (int from = 0, to; from < widths.length; from = to) {
      to = from + 1;
      for (int width = widths[from] + 2;
          to < widths.length && width + widths[to] + 1 <= columns;
          to++) {
        width += widths[to] + 1;
      }
      if (from > 0) {
        folded.add(to == from + 1 ? "column " + to : "columns " + (from + 1) + " to " + to);
      }
      int first = from;
      int end = to;
      table.forEach(line -> folded.add(part(line, drawn, widths, first, end)));
    }
    return folded;
  }

  private static int[] widths(String border) {
    return Arrays.stream(border.substring(1).split("\\+")).mapToInt(String::length).toArray();
  }

  /** Some columns of a line. */
  private static String part(String line, int[] drawn, int[] widths, int from, int to) {
    String edge = line.substring(0, 1);
    return IntStream.range(from, to)
        .mapToObj(column -> cut(cell(line, drawn, column), widths[column]))
        .collect(Collectors.joining(edge, edge, edge));
  }

  private static String cell(String line, int[] drawn, int column) {
    int start = 1 + IntStream.range(0, column).map(i -> drawn[i] + 1).sum();
    // A character of two columns' width makes a line shorter than its border.
    int from = Math.min(start, line.length());
    return line.substring(from, Math.min(start + drawn[column], line.length()));
  }

  private static String cut(String cell, int width) {
    if (cell.length() <= width) {
      return cell;
    }
    if (cell.startsWith("-")) {
      return "-".repeat(width);
    }
    String value = cell.strip();
    if (value.length() > width) {
      return value.substring(0, width - 1) + "…";
    }
    String padding = " ".repeat(width - value.length());
    return cell.startsWith(" ") ? padding + value : value + padding;
  }
}
