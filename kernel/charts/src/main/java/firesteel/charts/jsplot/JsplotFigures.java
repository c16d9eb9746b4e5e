package firesteel.charts.jsplot;

import firesteel.charts.Figure;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.components.Page;
import tech.tablesaw.plotly.traces.Trace;

/**
 * Converts figures of jsplot, Tablesaw's charts, to Plotly's JSON. jsplot writes scripts for an
 * older Plotly; what newer versions read differently is rewritten. Event handlers, which are
 * scripts, are left out.
 */
public final class JsplotFigures {
  /** The sizes that jsplot sets by default; the cell's width is better than these. */
  private static final List<List<Integer>> DEFAULT_SIZES =
      List.of(List.of(800, 600), List.of(700, 450), List.of(900, 700), List.of(1000, 800));

  /** Keys with categories and names, which are data: a {@code <} in them begins no tag. */
  private static final List<String> DATA = List.of("x", "y", "labels", "name");

  private static final String MISSING = "null";

  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?");

  private JsplotFigures() {}

  /** Converts a figure. */
  public static Figure read(tech.tablesaw.plotly.components.Figure figure) {
    List<Map<String, Object>> data = new ArrayList<>();
    Trace[] traces = figure.getTraces();
    for (int i = 0; i < traces.length; i++) {
      data.add(trace(traces[i], i));
    }
    return Figure.of(data, layout(figure.getLayout(), data));
  }

  /** Converts the figure of a page. */
  public static Figure read(Page page) {
    try {
      Field figure = Page.class.getDeclaredField("figure");
      figure.setAccessible(true); // It has no getter.
      return read((tech.tablesaw.plotly.components.Figure) figure.get(page));
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(
          "this version of jsplot keeps a page's figure elsewhere", e);
    }
  }

  private static Map<String, Object> trace(Trace trace, int number) {
    Map<String, Object> json = titlesAsObjects(JavaScriptLiteral.read(trace.asJavascript(number)));
    if (json.getOrDefault("name", "").equals("")) {
      json.remove("name"); // Plotly then says "trace 0", and shows no legend for a single trace.
    }
    if (json.get("visible") instanceof String visible && !visible.equals("legendonly")) {
      json.put("visible", Boolean.valueOf(visible)); // jsplot writes Python's True and False.
    }
    for (String name : DATA) {
      json.computeIfPresent(name, (key, value) -> asData(value));
    }
    return json;
  }

  private static Map<String, Object> layout(Layout layout, List<Map<String, Object>> data) {
    if (layout == null) {
      return Map.of();
    }
    Map<String, Object> json = titlesAsObjects(JavaScriptLiteral.read(layout.asJavascript()));
    if (DEFAULT_SIZES.contains(Arrays.asList(json.get("width"), json.get("height")))) {
      json.remove("width");
      json.remove("height");
    }
    boolean spatial = data.stream().anyMatch(trace -> "scatter3d".equals(trace.get("type")));
    if (spatial) {
      // They belong to the scene, where jsplot has them too.
      List.of("xaxis", "yaxis", "zaxis").forEach(json::remove);
    }
    return json;
  }

  /** Since Plotly 3, {@code title: 'x', titlefont: f} is {@code title: {text: 'x', font: f}}. */
  private static Map<String, Object> titlesAsObjects(Map<String, Object> json) {
    Map<String, Object> changed = new LinkedHashMap<>();
    json.forEach((name, value) -> changed.put(name, inside(value)));
    Object font = changed.remove("titlefont");
    if (changed.get("title") instanceof String text) {
      Map<String, Object> title = new LinkedHashMap<>();
      title.put("text", text);
      if (font != null) {
        title.put("font", font);
      }
      changed.put("title", title);
    }
    return changed;
  }

  @SuppressWarnings("unchecked") // JSON objects have text for keys.
  private static Object inside(Object value) {
    return value instanceof Map<?, ?> map ? titlesAsObjects((Map<String, Object>) map) : value;
  }

  private static Object asData(Object value) {
    if (value instanceof String text) {
      return text.replace("<", "&lt;");
    }
    if (!(value instanceof List<?> list)) {
      return value;
    }
    boolean numbers =
        list.stream().anyMatch(JsplotFigures::isNumber)
            && list.stream().allMatch(item -> isNumber(item) || MISSING.equals(item));
    List<Object> items = new ArrayList<>();
    list.forEach(item -> items.add(numbers ? number(item) : asData(item)));
    return items;
  }

  /**
   * Whether an item is a number: jsplot writes a column of numbers as text, and missing values as a
   * word.
   */
  private static boolean isNumber(Object item) {
    return item instanceof String text && NUMBER.matcher(text).matches();
  }

  private static Object number(Object item) {
    return MISSING.equals(item) ? null : Double.valueOf((String) item);
  }
}
