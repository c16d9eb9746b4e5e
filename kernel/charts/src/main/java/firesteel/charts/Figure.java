package firesteel.charts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A Plotly figure, as plain JSON values: maps with text keys, lists, arrays, text, numbers,
 * booleans and null. <a href="https://plotly.com/javascript/reference/">Plotly's figure
 * reference</a> describes the possible contents. NaN and infinities become null when a figure is
 * written, because JSON has neither; dates are text such as {@code 2026-11-22}.
 *
 * <p>As a cell's value, or passed to {@code display}, it is shown as an interactive chart.
 *
 * @param data the traces: one map for each series of data
 * @param layout the title, the axes, the legend and everything else that belongs to no trace; may
 *     be empty
 * @param frames the steps of an animation; empty when there is none
 */
public record Figure(
    List<Map<String, Object>> data, Map<String, Object> layout, List<Map<String, Object>> frames) {
  public Figure {
    data = copies(data, "data");
    layout = copy(layout, "layout");
    frames = copies(frames, "frames");
  }

  /** Returns a figure that isn't animated. */
  public static Figure of(List<Map<String, Object>> data, Map<String, Object> layout) {
    return new Figure(data, layout, List.of());
  }

  private static List<Map<String, Object>> copies(List<Map<String, Object>> parts, String name) {
    List<Map<String, Object>> copies = new ArrayList<>();
    for (Map<String, Object> part : Objects.requireNonNull(parts, name)) {
      copies.add(copy(part, name + " holds a null"));
    }
    return Collections.unmodifiableList(copies);
  }

  /** Not Map.copyOf: values may be null, and the order is the user's. */
  private static Map<String, Object> copy(Map<String, Object> map, String name) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(Objects.requireNonNull(map, name)));
  }
}
