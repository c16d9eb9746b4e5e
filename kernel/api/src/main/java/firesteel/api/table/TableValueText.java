package firesteel.api.table;

import firesteel.api.display.PlainText;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;

/**
 * Writes the values of a table's cells as text: in the format of SQL, nested values with their
 * names.
 */
final class TableValueText {
  private static final DateTimeFormatter TIMESTAMP =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .toFormatter();

  private static final int MAX_BYTES = 1000;

  private TableValueText() {}

  /**
   * A value as text.
   *
   * @param value not null
   * @param budget how many characters a container may take before its rest is only counted
   */
  static String of(Object value, int budget) {
    return value instanceof CharSequence text
        ? text.toString()
        : PlainText.of(value, budget, ": ", TableValueText::scalar);
  }

  /** Returns the text of a value that is not a container; null for containers. */
  static String scalar(Object value) {
    if (value instanceof BigDecimal decimal) {
      return decimal.toPlainString();
    }
    if (value instanceof ZonedDateTime moment) {
      return TIMESTAMP.format(moment);
    }
    if (value instanceof LocalDateTime moment) {
      return TIMESTAMP.format(moment);
    }
    if (value instanceof OffsetDateTime moment) {
      return TIMESTAMP.format(moment) + moment.getOffset();
    }
    if (value instanceof byte[] bytes) {
      return hex(bytes);
    }
    return PlainText.isContainer(value) ? null : PlainText.scalar(value);
  }

  private static String hex(byte[] bytes) {
    StringBuilder out = new StringBuilder("[");
    for (int i = 0; i < Math.min(bytes.length, MAX_BYTES); i++) {
      out.append(i == 0 ? "" : " ").append("%02X".formatted(bytes[i]));
    }
    int more = bytes.length - MAX_BYTES;
    return out.append(more > 0 ? ", … %,d more]".formatted(more) : "]").toString();
  }
}
