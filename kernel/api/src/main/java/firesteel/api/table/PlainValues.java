package firesteel.api.table;

import firesteel.api.display.PlainText;
import firesteel.api.display.RowReader;
import java.lang.reflect.Array;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** Converts values of any kind to the plain values that a {@link Table} holds. */
final class PlainValues {
  private static final int MAX_DEPTH = 40;

  private final RowReaders rowReaders = new RowReaders();
  private final Set<Object> open = Collections.newSetFromMap(new IdentityHashMap<>());

  /**
   * Returns a value of one of the types that {@link TableReader#read} lists; other values become
   * text.
   */
  Object of(Object value) throws Exception {
    if (value == null
        || value instanceof String
        || value instanceof Boolean
        || value instanceof Number
        || value instanceof byte[]) {
      return value;
    }
    if (value instanceof Instant instant) {
      return instant.atZone(ZoneId.systemDefault());
    }
    if (value instanceof Temporal || value instanceof TemporalAmount) {
      return value;
    }
    if (value instanceof Date date) {
      return ofDate(date);
    }
    if (value instanceof Optional<?> optional) {
      return of(optional.orElse(null));
    }
    if (value instanceof OptionalInt number) {
      return number.isPresent() ? number.getAsInt() : null;
    }
    if (value instanceof OptionalLong number) {
      return number.isPresent() ? number.getAsLong() : null;
    }
    if (value instanceof OptionalDouble number) {
      return number.isPresent() ? number.getAsDouble() : null;
    }
    return ofComposite(value);
  }

  private static Object ofDate(Date date) {
    if (date instanceof java.sql.Date day) {
      return day.toLocalDate();
    }
    return date instanceof java.sql.Time time
        ? time.toLocalTime()
        : Instant.ofEpochMilli(date.getTime())
            .with(
                java.time.temporal.ChronoField.NANO_OF_SECOND,
                date instanceof java.sql.Timestamp timestamp
                    ? timestamp.getNanos()
                    : Math.floorMod(date.getTime(), 1000L) * 1_000_000L)
            .atZone(ZoneId.systemDefault());
  }

  private Object ofComposite(Object value) throws Exception {
    if (open.size() >= MAX_DEPTH) {
      return "…";
    }
    if (!open.add(value)) {
      return "(itself)";
    }
    try {
      if (value instanceof Map<?, ?> map) {
        return ofMap(map);
      }
      if (value instanceof Collection<?> collection) {
        return ofItems(collection.iterator());
      }
      if (value.getClass().isArray()) {
        List<Object> items = new ArrayList<>();
        for (int i = 0; i < Array.getLength(value); i++) {
          items.add(of(Array.get(value, i)));
        }
        return Collections.unmodifiableList(items);
      }
      Optional<RowReader<Object>> fields = rowReaders.of(value.getClass());
      return fields.isPresent() ? ofMap(fields.get().read(value)) : PlainText.scalar(value);
    } finally {
      open.remove(value);
    }
  }

  private Map<Object, Object> ofMap(Map<?, ?> map) throws Exception {
    Map<Object, Object> plain = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      plain.put(of(entry.getKey()), of(entry.getValue()));
    }
    return Collections.unmodifiableMap(plain);
  }

  private List<Object> ofItems(Iterator<?> items) throws Exception {
    List<Object> plain = new ArrayList<>();
    while (items.hasNext()) {
      plain.add(of(items.next()));
    }
    return Collections.unmodifiableList(plain);
  }
}
