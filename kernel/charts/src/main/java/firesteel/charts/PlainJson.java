package firesteel.charts;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Converts values to those that JSON has: maps, lists, text, finite numbers, booleans and null. */
public final class PlainJson {
  private PlainJson() {}

  /** Converts a map and all that it contains. */
  public static Map<String, Object> ofMap(Map<?, ?> map) {
    Map<String, Object> plain = new LinkedHashMap<>();
    map.forEach((key, value) -> plain.put(String.valueOf(key), of(value)));
    return plain;
  }

  /** Converts maps and all that they contain. */
  static List<Object> ofList(Iterable<?> values) {
    List<Object> plain = new ArrayList<>();
    values.forEach(value -> plain.add(of(value)));
    return plain;
  }

  /**
   * Converts a value and all that it contains; a value that JSON has no form for becomes its text.
   */
  static Object of(Object value) {
    if (value == null || value instanceof Boolean || value instanceof String) {
      return value;
    }
    if (value instanceof Number number) {
      return Double.isFinite(number.doubleValue()) ? number : infinite(number);
    }
    if (value instanceof Map<?, ?> map) {
      return ofMap(map);
    }
    if (value instanceof Iterable<?> values) {
      return ofList(values);
    }
    if (value.getClass().isArray()) {
      List<Object> plain = new ArrayList<>(Array.getLength(value));
      for (int i = 0; i < Array.getLength(value); i++) {
        plain.add(of(Array.get(value, i)));
      }
      return plain;
    }
    return value.toString();
  }

  /**
   * Returns null for an infinite number. Only doubles and floats are infinite; a BigDecimal of 400
   * digits merely looks so.
   */
  private static Number infinite(Number number) {
    return number instanceof Double || number instanceof Float ? null : number;
  }
}
