package firesteel.charts;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Describes a figure in one line, where no chart can be drawn: {@code bar chart "Income", 2 traces,
 * 10 points}.
 */
final class FigureSummary {
  private static final int MAX_TITLE_LENGTH = 80;

  /**
   * The keys that may hold a trace's points, in order of preference; {@code z} of a heat map is a
   * grid.
   */
  private static final List<String> POINTS =
      List.of("z", "x", "y", "values", "locations", "lat", "open", "labels", "ids");

  private FigureSummary() {}

  static String of(Figure figure) {
    StringBuilder text = new StringBuilder(kinds(figure)).append(" chart");
    String title = title(figure.layout());
    if (!title.isEmpty()) {
      text.append(" \"").append(title).append('"');
    }
    text.append(", ").append(counted(figure.data().size(), "trace"));
    long points = figure.data().stream().mapToLong(FigureSummary::points).sum();
    text.append(", ").append(counted(points, "point"));
    if (!figure.frames().isEmpty()) {
      text.append(", ").append(counted(figure.frames().size(), "frame"));
    }
    return text.toString();
  }

  private static String counted(long count, String thing) {
    return "%,d %s%s".formatted(count, thing, count == 1 ? "" : "s");
  }

  private static String kinds(Figure figure) {
    Set<String> kinds = new LinkedHashSet<>();
    for (Map<String, Object> trace : figure.data()) {
      kinds.add(kind(trace));
    }
    return kinds.isEmpty() ? "empty" : String.join(" and ", kinds);
  }

  /** Returns the usual name of a trace's type: Plotly's scatter with lines is a line chart. */
  private static String kind(Map<String, Object> trace) {
    String type = String.valueOf(trace.getOrDefault("type", "scatter"));
    String mode = String.valueOf(trace.getOrDefault("mode", ""));
    if (!type.equals("scatter") && !type.equals("scattergl")) {
      return type;
    }
    if (trace.containsKey("fill") && !"none".equals(trace.get("fill"))) {
      return "area";
    }
    return mode.contains("lines") ? "line" : "scatter";
  }

  /** Returns the title as plain text, in one line: Plotly treats it as HTML of a few tags. */
  static String title(Map<String, Object> layout) {
    Object title = layout.get("title");
    Object text = title instanceof Map<?, ?> map ? map.get("text") : title;
    if (text == null) {
      return "";
    }
    String plain =
        text.toString().replaceAll("(?i)<br\\s*/?>", " ").replaceAll("</?[a-zA-Z][^<>]*>", "");
    plain = plain.replaceAll("\\s+", " ").strip();
    return plain.length() <= MAX_TITLE_LENGTH
        ? plain
        : plain.substring(0, MAX_TITLE_LENGTH - 1) + "…";
  }

  private static long points(Map<String, Object> trace) {
    for (String name : POINTS) {
      Object values = trace.get(name);
      if (values != null) {
        return size(values);
      }
    }
    return 0;
  }

  private static long size(Object values) {
    List<Object> items = new ArrayList<>();
    if (values instanceof Collection<?> collection) {
      items.addAll(collection);
    } else if (values instanceof Object[] array) {
      items.addAll(Arrays.asList(array));
    } else {
      return values.getClass().isArray() ? Array.getLength(values) : 0;
    }
    boolean grid =
        !items.isEmpty() && (items.get(0) instanceof Collection || isArray(items.get(0)));
    return grid ? items.stream().mapToLong(FigureSummary::size).sum() : items.size();
  }

  private static boolean isArray(Object value) {
    return value != null && value.getClass().isArray();
  }
}
