package firesteel.data;

import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
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

  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendPattern(" HH:mm:ss")
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
    CsvSchema.Builder schema = CsvSchema.builder().setUseHeader(true).setLineSeparator("\n");
    columns.forEach(column -> schema.addColumn(column.name()));
    if (byteOrderMark) {
      out.write(BYTE_ORDER_MARK);
    }
    try (CsvGenerator csv = new CsvFactory().createGenerator(out)) {
      // Without it Jackson quotes every text that is longer than 24 characters.
      csv.enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING);
      csv.disable(StreamWriteFeature.AUTO_CLOSE_TARGET.mappedFeature());
      csv.setSchema(schema.build());
      for (Iterator<Object[]> i = rows.iterator(); i.hasNext(); ) {
        csv.writeStartArray();
        for (Object value : i.next()) {
          if (value == null) {
            csv.writeNull();
          } else {
            csv.writeString(text(value));
          }
        }
        csv.writeEndArray();
      }
    }
    out.flush();
  }

  /** Returns the text of a value, on every JDK the same; {@code Double.toString} changed in 19. */
  static String text(Object value) {
    if (value instanceof Double number) {
      BigDecimal decimal =
          new BigDecimal(number).setScale(MAX_DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
      return decimal.signum() == 0 ? "0" : decimal.toPlainString();
    }
    if (value instanceof LocalDateTime time) {
      return TIME.format(time);
    }
    return value.toString();
  }
}
