package firesteel.spark.table;

import firesteel.api.display.FormattedMap;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import scala.jdk.javaapi.CollectionConverters;

/** Converts values of Spark's rows to Java's own. */
final class PlainRows {
  private final ZoneId zone;

  /**
   * Creates a converter.
   *
   * @param zone the time zone of instants
   */
  PlainRows(ZoneId zone) {
    this.zone = zone;
  }

  /** Returns the values of a row. */
  List<Object> cells(Row row) {
    List<Object> cells = new ArrayList<>(row.size());
    for (int i = 0; i < row.size(); i++) {
      cells.add(of(row.get(i)));
    }
    return cells;
  }

  /** Returns the fields of a row; equal names are numbered, so that none is lost. */
  static Map<String, Object> fields(Row row) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (int i = 0; i < row.size(); i++) {
      String name = row.schema() == null ? "_" + (i + 1) : row.schema().fieldNames()[i];
      String unique = name;
      for (int n = 2; fields.containsKey(unique); n++) {
        unique = name + " (" + n + ")";
      }
      fields.put(unique, row.get(i));
    }
    return fields;
  }

  /** Converts a value. */
  Object of(Object value) {
    if (value instanceof Timestamp timestamp) {
      return timestamp.toInstant().atZone(zone);
    }
    if (value instanceof Instant instant) {
      return instant.atZone(zone);
    }
    if (value instanceof Date date) {
      return date.toLocalDate();
    }
    if (value instanceof scala.math.BigDecimal decimal) {
      return decimal.bigDecimal();
    }
    if (value instanceof scala.math.BigInt number) {
      return number.bigInteger();
    }
    if (value instanceof Row row) {
      return FormattedMap.ofFields(ofMap(fields(row)));
    }
    if (value instanceof scala.collection.Map<?, ?> map) {
      return FormattedMap.ofEntries(ofMap(CollectionConverters.asJava(map)));
    }
    if (value instanceof Map<?, ?> map) {
      return FormattedMap.ofEntries(ofMap(map));
    }
    if (value instanceof scala.collection.Iterable<?> items) {
      return ofItems(CollectionConverters.asJava(items));
    }
    return value instanceof Iterable<?> items ? ofItems(items) : ofScalar(value);
  }

  private static Object ofScalar(Object value) {
    boolean known =
        value == null
            || value instanceof Boolean
            || value instanceof Number
            || value instanceof Temporal
            || value instanceof TemporalAmount
            || value instanceof byte[];
    if (!known && SpatialText.isSpatial(value)) {
      return SpatialText.of(value);
    }
    // Calendar intervals, variants and the like have only a text.
    return known ? value : value.toString();
  }

  private Map<Object, Object> ofMap(Map<?, ?> map) {
    Map<Object, Object> plain = new LinkedHashMap<>();
    map.forEach((key, value) -> plain.put(of(key), of(value)));
    return plain;
  }

  private List<Object> ofItems(Iterable<?> items) {
    List<Object> plain = new ArrayList<>();
    items.forEach(item -> plain.add(of(item)));
    return Collections.unmodifiableList(plain);
  }
}
