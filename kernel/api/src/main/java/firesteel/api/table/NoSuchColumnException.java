package firesteel.api.table;

import firesteel.api.error.NearestNames;
import java.util.List;

/** Thrown when a table doesn't have the requested column; the message lists its columns. */
public final class NoSuchColumnException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;
  private static final int MAX_NAMES = 30;

  /** Creates the exception with the nearest names and the table's columns in its message. */
  public NoSuchColumnException(String name, List<String> columns) {
    super(message(name, columns));
  }

  private static String message(String name, List<String> columns) {
    StringBuilder text = new StringBuilder("there is no column \"" + name + "\"");
    List<String> near =
        NearestNames.of(name, columns).stream().map(column -> '"' + column + '"').toList();
    text.append(
        NearestNames.question(near).map(asked -> "; " + asked + " There ").orElse("; there "));
    if (columns.isEmpty()) {
      return text.append("are none: it has no rows to take columns from").toString();
    }
    text.append(columns.size() == 1 ? "is " : "are ");
    text.append(String.join(", ", columns.subList(0, Math.min(columns.size(), MAX_NAMES))));
    int more = columns.size() - MAX_NAMES;
    return text.append(more > 0 ? ", … %,d more".formatted(more) : "").toString();
  }
}
