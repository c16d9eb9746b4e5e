package firesteel.data;

import com.univocity.parsers.csv.CsvWriter;
import com.univocity.parsers.csv.CsvWriterSettings;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Writes rows as CSV: a header, {@code \n} behind each line, quotes only where a value needs them,
 * nothing for null, decimals without an exponent.
 */
public final class CsvRows {
  /** Values of generators have at most so many decimals. */
  private static final int MAX_DECIMALS = 6;

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private static final DateTimeFormatter TIMESTAMP =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd HH:mm:ss")
          .appendFraction(ChronoField.MICRO_OF_SECOND, 0, 6, true)
          .toFormatter(Locale.ROOT);

  private CsvRows() {}

  /**
   * Writes a header and rows, one row at a time: memory does not grow with the rows.
   *
   * @param out flushed, not closed
   * @throws IOException when writing fails
   */
  public static void write(
      List<Column> columns, boolean byteOrderMark, Stream<Object[]> rows, Writer out)
      throws IOException {
    if (byteOrderMark) {
      out.write(BYTE_ORDER_MARK);
    }
    // Spark's CSV library, which is wherever Spark is.
    CsvWriter csv = new CsvWriter(out, settings());
    csv.writeHeaders(columns.stream().map(Column::name).toList());
    for (Iterator<Object[]> i = rows.iterator(); i.hasNext(); ) {
      Object[] row = i.next();
      String[] texts = new String[row.length];
      for (int column = 0; column < row.length; column++) {
        texts[column] = row[column] == null ? null : text(row[column]);
      }
      csv.writeRow(texts);
    }
    csv.flush();
  }

  private static CsvWriterSettings settings() {
    CsvWriterSettings settings = new CsvWriterSettings();
    settings.getFormat().setLineSeparator("\n");
    settings.getFormat().setComment('\0'); // Nothing is a comment.
    settings.setIgnoreLeadingWhitespaces(false);
    settings.setIgnoreTrailingWhitespaces(false);
    settings.setNormalizeLineEndingsWithinQuotes(false);
    settings.setSkipEmptyLines(false);
    settings.setNullValue("");
    settings.setEmptyValue("");
    return settings;
  }

  /** Returns the text of a value, on every JDK the same; {@code Double.toString} changed in 19. */
  public static String text(Object value) {
    if (value instanceof Double number) {
      BigDecimal decimal =
          new BigDecimal(number).setScale(MAX_DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
      return decimal.signum() == 0 ? "0" : decimal.toPlainString();
    }
    if (value instanceof LocalDateTime time) {
      return TIMESTAMP.format(time);
    }
    return value.toString();
  }
}
