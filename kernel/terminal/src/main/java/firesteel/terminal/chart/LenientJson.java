package firesteel.terminal.chart;

import java.util.List;
import java.util.Map;

/** Reads JSON values of unknown origin: unexpected values are treated as missing. */
final class LenientJson {
  private LenientJson() {}

  /** Returns the value at a path of keys; null when there is none. */
  static Object at(Object json, String... path) {
    Object found = json;
    for (String key : path) {
      found = found instanceof Map<?, ?> map ? map.get(key) : null;
    }
    return found;
  }

  static Map<?, ?> map(Object json) {
    return json instanceof Map<?, ?> map ? map : Map.of();
  }

  static List<?> list(Object json) {
    return json instanceof List<?> list ? list : List.of();
  }

  static String text(Object json) {
    return json == null ? "" : json.toString();
  }

  /** Returns a title, which is a text or a map with a text. */
  static String title(Object json) {
    return json instanceof Map<?, ?> map ? text(map.get("text")) : text(json);
  }

  /** Returns a number, which may be written as text; NaN for other values. */
  static double number(Object json) {
    if (json instanceof Number number) {
      return Double.isFinite(number.doubleValue()) ? number.doubleValue() : Double.NaN;
    }
    try {
      double parsed = json instanceof String text ? Double.parseDouble(text) : Double.NaN;
      return Double.isFinite(parsed) ? parsed : Double.NaN;
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
