package firesteel.charts.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Builds the text beside the pointer: a name in bold, then a line for each column. */
final class HoverText {
  private final ChartData data;
  private final StringBuilder text = new StringBuilder();
  private final List<Column> custom = new ArrayList<>();

  HoverText(ChartData data) {
    this.data = data;
    Column name = data.get(Role.HOVER_NAME);
    if (name != null) {
      name(custom(name));
    }
  }

  /** Sets the first line, in bold: text or a placeholder. */
  HoverText name(String name) {
    text.append("<b>").append(name).append("</b><br>");
    return this;
  }

  /** Adds a line with a title and Plotly's placeholder for the value. */
  HoverText line(String title, String placeholder) {
    text.append(title.replace("{", "&#123;")).append(": ").append(placeholder).append("<br>");
    return this;
  }

  /** Adds a line for a column that the trace doesn't hold otherwise. */
  HoverText line(Column column) {
    return line(FigureText.escape(column.name()), custom(column));
  }

  /** Adds a line that is the same for the whole trace. */
  HoverText fixed(String title, String value) {
    return line(title, value.replace("{", "&#123;"));
  }

  /** Puts the text, and the values that it needs, into a trace. */
  void addTo(Map<String, Object> trace, int[] rows) {
    data.all(Role.HOVER).forEach(this::line);
    trace.put(
        "hovertemplate", text.substring(0, text.length() - "<br>".length()) + "<extra></extra>");
    if (!custom.isEmpty()) {
      List<Object> customData = new ArrayList<>(rows.length);
      for (int row : rows) {
        List<Object> values = new ArrayList<>();
        for (Column column : custom) {
          Object value = column.get(row);
          values.add(value instanceof Number ? value : FigureText.escape(column.label(row)));
        }
        customData.add(values);
      }
      trace.put("customdata", customData);
    }
  }

  private String custom(Column column) {
    custom.add(column);
    String at = "%{customdata[" + (custom.size() - 1) + "]";
    double[] numbers = column.numbers(data.allRows());
    return at
        + (column.isNumber() && !FigureText.isYears(numbers)
            ? ":" + FigureText.format(numbers)
            : "")
        + "}";
  }
}
