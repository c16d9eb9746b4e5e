package firesteel.sql;

import java.util.List;

/**
 * Lists columns with their types in one line; of many only the first, and the number of the others.
 */
final class ColumnList {
  /** About two lines of a terminal. */
  private static final int MAX_CHARACTERS = 160;

  private static final int MAX_CHARACTERS_OF_COLUMN = 80;

  private ColumnList() {}

  /** Returns the line, without brackets. */
  static String of(List<String> columns) {
    StringBuilder line = new StringBuilder();
    int shown = 0;
    for (; shown < columns.size() && line.length() < MAX_CHARACTERS; shown++) {
      line.append(shown == 0 ? "" : ", ").append(cut(columns.get(shown)));
    }
    if (shown < columns.size()) {
      line.append(", … %,d more".formatted(columns.size() - shown));
    }
    return line.toString();
  }

  private static String cut(String column) {
    return column.length() <= MAX_CHARACTERS_OF_COLUMN
        ? column
        : column.substring(0, MAX_CHARACTERS_OF_COLUMN - 1) + "…";
  }
}
