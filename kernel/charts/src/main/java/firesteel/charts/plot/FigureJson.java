package firesteel.charts.plot;

import java.util.LinkedHashMap;
import java.util.Map;

/** Builds the objects of a figure. */
final class FigureJson {
  private FigureJson() {}

  /**
   * Returns an object of alternating names and values, in their order; leaves out names with a null
   * value.
   */
  static Map<String, Object> object(Object... namesAndValues) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      if (namesAndValues[i + 1] != null) {
        object.put((String) namesAndValues[i], namesAndValues[i + 1]);
      }
    }
    return object;
  }
}
