package firesteel.magics.tables;

import firesteel.api.display.PlainText;
import firesteel.api.error.MagicException;
import firesteel.api.magic.MagicContext;
import firesteel.api.table.Table;
import firesteel.api.table.TableRequest;
import firesteel.api.table.TableStatistics;
import firesteel.api.table.Tables;
import java.util.List;
import java.util.Optional;

/** Reads the value of a magic's Java as a table; errors are in the user's terms. */
final class TableValue {
  private final String magic;
  private final String code;
  private final Object value;

  private TableValue(String magic, String code, Object value) {
    this.magic = magic;
    this.code = code;
    this.value = value;
  }

  /**
   * Evaluates the Java of a magic.
   *
   * @param magic the magic's name with the percent sign
   * @param code null when there is none
   * @throws MagicException when there is no code, or it has no value
   */
  static TableValue of(String magic, String code, MagicContext context) throws Exception {
    if (code == null) {
      throw new MagicException(
          magic + " needs a table behind it, a variable or an expression: " + magic + " cities");
    }
    return new TableValue(magic, code, context.evaluate(code, 1));
  }

  /** Returns the first rows. */
  Table read(TableRequest request) throws Exception {
    return understood(() -> Tables.read(value, request));
  }

  /** Returns statistics of the columns; of all when none are named. */
  TableStatistics statistics(List<String> columns) throws Exception {
    return understood(() -> Tables.statistics(value, columns));
  }

  private interface Reading<T> {
    Optional<T> read() throws Exception;
  }

  private <T> T understood(Reading<T> reading) throws Exception {
    try {
      return reading.read().orElseThrow(this::noTable);
    } catch (IllegalArgumentException | IllegalStateException e) {
      if (isOurs(e)) {
        throw new MagicException(magic + ": " + e.getMessage(), e);
      }
      throw e;
    }
  }

  /**
   * Whether a reader refused the value with a message for the user; other exceptions are shown as
   * they are.
   */
  private static boolean isOurs(RuntimeException e) {
    StackTraceElement[] frames = e.getStackTrace();
    return frames.length > 0 && frames[0].getClassName().startsWith("firesteel.");
  }

  private static String type(String name) {
    return (name.matches("[AEIO].*") ? "an " : "a ") + name;
  }

  private MagicException noTable() {
    String what =
        value == null
            ? code + " is null"
            : "%s is no table but %s: %s"
                .formatted(code, type(value.getClass().getSimpleName()), PlainText.preview(value));
    return new MagicException(
        magic
            + ": "
            + what
            + "\nTables are: a Dataset, a list, array or map of records, beans, maps or plain values,"
            + " a JDBC ResultSet, a Tablesaw Table.");
  }
}
