package firesteel.spark.table;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import scala.Product;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Writes values of a Dataset as text: as {@code Dataset.show()} does, or with the names of nested
 * fields.
 */
final class DatasetValueText {
  private static final DateTimeFormatter TIMESTAMP =
      new DateTimeFormatterBuilder()
          .appendPattern("yyyy-MM-dd HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .toFormatter();

  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .appendPattern("HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .toFormatter();

  private static final int MAX_ELEMENTS = 1000;

  private final ZoneId zone;
  private final boolean named;

  /**
   * Creates a writer.
   *
   * @param zone the session's time zone
   * @param named whether nested fields get their names: {@code {name: x}} instead of {@code {x}}
   */
  DatasetValueText(ZoneId zone, boolean named) {
    this.zone = zone;
    this.named = named;
  }

  /** Returns a value as text; null is {@code NULL}. */
  String of(Object value) {
    StringBuilder out = new StringBuilder();
    write(value, out);
    return out.toString();
  }

  /** Whether a value's text differs from its own {@code toString()}. */
  static boolean isWritten(Object value) {
    return value instanceof Row
        || value instanceof scala.collection.Map
        || value instanceof scala.collection.Iterable && !(value instanceof StructType)
        || isTuple(value)
        || SpatialText.isSpatial(value);
  }

  /** Whether a value is a point in time, or a sequence of them: Java writes those differently. */
  static boolean isTime(Object value) {
    if (value instanceof scala.collection.Seq<?> items) {
      return items.nonEmpty() && isTime(items.head());
    }
    return value instanceof Timestamp || value instanceof Instant || value instanceof LocalDateTime;
  }

  private static boolean isTuple(Object value) {
    return value instanceof Product && value.getClass().getName().startsWith("scala.Tuple");
  }

  private void write(Object value, StringBuilder out) {
    if (value == null) {
      out.append(named ? "null" : "NULL");
    } else if (value instanceof BigDecimal decimal) {
      out.append(decimal.toPlainString());
    } else if (value instanceof Timestamp timestamp) {
      out.append(TIMESTAMP.format(LocalDateTime.ofInstant(timestamp.toInstant(), zone)));
    } else if (value instanceof Instant instant) {
      out.append(TIMESTAMP.format(LocalDateTime.ofInstant(instant, zone)));
    } else if (value instanceof LocalDateTime local) {
      out.append(TIMESTAMP.format(local));
    } else if (value instanceof LocalTime time) {
      out.append(TIME.format(time));
    } else if (value instanceof byte[] bytes) {
      writeBytes(bytes, out);
    } else if (value instanceof Row row) {
      writeRow(row, out);
    } else if (value instanceof scala.collection.Map<?, ?> map) {
      writeMap(CollectionConverters.asJava(map), out);
    } else if (value instanceof Map<?, ?> map) {
      writeMap(map, out);
    } else if (value instanceof scala.collection.Iterable<?> values) {
      writeAll(CollectionConverters.asJava(values), out);
    } else if (value instanceof Iterable<?> values && !(value instanceof Path)) {
      writeAll(values, out);
    } else if (isTuple(value)) {
      writeTuple((Product) value, out);
    } else if (SpatialText.isSpatial(value)) {
      out.append(SpatialText.of(value));
    } else {
      out.append(value);
    }
  }

  private void writeRow(Row row, StringBuilder out) {
    StructType schema = row.schema();
    out.append('{');
    for (int i = 0; i < row.length(); i++) {
      out.append(i == 0 ? "" : ", ");
      if (named && schema != null) {
        out.append(schema.fields()[i].name()).append(": ");
      }
      write(row.get(i), out);
    }
    out.append('}');
  }

  private void writeMap(Map<?, ?> map, StringBuilder out) {
    out.append('{');
    String separator = "";
    int count = 0;
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (count++ == MAX_ELEMENTS) {
        out.append(", ... ").append(map.size() - MAX_ELEMENTS).append(" more");
        break;
      }
      out.append(separator);
      write(entry.getKey(), out);
      out.append(" -> ");
      write(entry.getValue(), out);
      separator = ", ";
    }
    out.append('}');
  }

  private void writeAll(Iterable<?> values, StringBuilder out) {
    List<Object> first = new ArrayList<>();
    int rest = 0;
    for (Object value : values) {
      if (first.size() < MAX_ELEMENTS) {
        first.add(value);
      } else {
        rest++;
      }
    }
    out.append('[');
    for (int i = 0; i < first.size(); i++) {
      out.append(i == 0 ? "" : ", ");
      write(first.get(i), out);
    }
    out.append(rest == 0 ? "]" : ", ... " + rest + " more]");
  }

  private void writeTuple(Product tuple, StringBuilder out) {
    out.append('(');
    for (int i = 0; i < tuple.productArity(); i++) {
      out.append(i == 0 ? "" : ", ");
      write(tuple.productElement(i), out);
    }
    out.append(')');
  }

  private static void writeBytes(byte[] bytes, StringBuilder out) {
    out.append('[');
    for (int i = 0; i < Math.min(bytes.length, MAX_ELEMENTS); i++) {
      out.append(i == 0 ? "" : " ").append(String.format("%02X", bytes[i]));
    }
    out.append(
        bytes.length > MAX_ELEMENTS ? " ... " + (bytes.length - MAX_ELEMENTS) + " more]" : "]");
  }
}
