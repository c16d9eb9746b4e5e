package firesteel.engine.assist;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.ConcurrentModificationException;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * Writes a variable's value as a short text, without calling code that could run for long or have
 * an effect: a {@code toString()} of the user or of Spark may start a job.
 */
final class ValuePreview {
  private static final int MAX_CHARACTERS = 200;
  private static final int MAX_ELEMENTS = 10;
  private static final int MAX_BITS = 4_096;

  private ValuePreview() {}

  /** Returns the preview; empty for values that only their own code can describe. */
  static Optional<String> of(Object value) {
    try {
      return of(value, 2);
    } catch (ConcurrentModificationException e) {
      // A running cell changed the collection meanwhile; the next call succeeds.
      return Optional.empty();
    }
  }

  private static Optional<String> of(Object value, int depth) {
    if (value == null) {
      return Optional.of("null");
    }
    if (value instanceof String text) {
      return Optional.of(quoted(text));
    }
    if (value instanceof Character c) {
      return Optional.of("'" + c + "'");
    }
    if (value instanceof Enum<?> constant) {
      return Optional.of(constant.name());
    }
    if (isPlain(value)) {
      return Optional.of(value.toString());
    }
    if (depth == 0) {
      return Optional.empty();
    }
    if (value.getClass().isArray()) {
      return elements(value, depth);
    }
    boolean jdk = value.getClass().getName().startsWith("java.util.");
    if (jdk && value instanceof Collection<?> collection) {
      return elements(collection, depth);
    }
    return jdk && value instanceof Map<?, ?> map ? entries(map, depth) : Optional.empty();
  }

  private static boolean isPlain(Object value) {
    if (value instanceof BigInteger number) {
      return number.bitLength() <= MAX_BITS;
    }
    if (value instanceof BigDecimal number) {
      return number.unscaledValue().bitLength() <= MAX_BITS;
    }
    String type = value.getClass().getName();
    return value instanceof Boolean
        || (value instanceof Number && type.startsWith("java.lang."))
        || type.startsWith("java.time.")
        || type.equals("java.util.UUID");
  }

  private static String quoted(String text) {
    String shown = text.length() > MAX_CHARACTERS ? text.substring(0, MAX_CHARACTERS) : text;
    String escaped =
        shown
            .replace("\\", "\\\\")
            .replace("\"", "\\\"")
            .replace("\n", "\\n")
            .replace("\r", "\\r")
            .replace("\t", "\\t");
    return text.length() > MAX_CHARACTERS
        ? "\"" + escaped + "\"... (" + text.length() + " characters)"
        : "\"" + escaped + "\"";
  }

  private static Optional<String> elements(Object array, int depth) {
    int length = Array.getLength(array);
    StringJoiner shown = new StringJoiner(", ", "[", length > MAX_ELEMENTS ? ", ...]" : "]");
    for (int i = 0; i < Math.min(length, MAX_ELEMENTS); i++) {
      Optional<String> element = of(Array.get(array, i), depth - 1);
      if (element.isEmpty()) {
        return Optional.of(size(length, "element"));
      }
      shown.add(element.get());
    }
    return Optional.of(shown + more(length, "element"));
  }

  private static Optional<String> elements(Collection<?> collection, int depth) {
    int size = collection.size();
    StringJoiner shown = new StringJoiner(", ", "[", size > MAX_ELEMENTS ? ", ...]" : "]");
    int count = 0;
    for (Object each : collection) {
      Optional<String> element = of(each, depth - 1);
      if (element.isEmpty()) {
        return Optional.of(size(size, "element"));
      }
      shown.add(element.get());
      if (++count == MAX_ELEMENTS) {
        break;
      }
    }
    return Optional.of(shown + more(size, "element"));
  }

  private static Optional<String> entries(Map<?, ?> map, int depth) {
    int size = map.size();
    StringJoiner shown = new StringJoiner(", ", "{", size > MAX_ELEMENTS ? ", ...}" : "}");
    int count = 0;
    for (Map.Entry<?, ?> each : map.entrySet()) {
      Optional<String> key = of(each.getKey(), depth - 1);
      Optional<String> value = of(each.getValue(), depth - 1);
      if (key.isEmpty() || value.isEmpty()) {
        return Optional.of(size(size, "entry"));
      }
      shown.add(key.get() + "=" + value.get());
      if (++count == MAX_ELEMENTS) {
        break;
      }
    }
    return Optional.of(shown + more(size, "entry"));
  }

  private static String more(int size, String what) {
    return size > MAX_ELEMENTS ? " (" + size(size, what) + ")" : "";
  }

  private static String size(int count, String what) {
    String many = what.equals("entry") ? "entries" : what + "s";
    return count + " " + (count == 1 ? what : many);
  }
}
