package firesteel.charts.plot;

import java.util.LinkedHashMap;
import java.util.Map;

/** Objects of a figure. */
final class FigureJson {
  private FigureJson() {}

  /**
   * An object of names and values in turn, in their order; a name with a null value is left out.
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
