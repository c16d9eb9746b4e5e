package firesteel.terminal.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Draws boxes of quartiles with whiskers below each other, also for violins. */
final class BoxChart {
  private record Box(String label, double[] sorted, SeriesStyle seriesStyle) {
    /** Returns a quantile, interpolated between neighbouring values as in plotly.js. */
    double quantile(double part) {
      double at = Math.max(0, Math.min(sorted.length - 1, part * sorted.length - 0.5));
      int below = (int) Math.floor(at);
      int above = Math.min(below + 1, sorted.length - 1);
      return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }

    double fence(int side) {
      double reach = 1.5 * (quantile(0.75) - quantile(0.25));
      return side < 0
          ? Arrays.stream(sorted).filter(v -> v >= quantile(0.25) - reach).min().orElseThrow()
          : Arrays.stream(sorted).filter(v -> v <= quantile(0.75) + reach).max().orElseThrow();
    }
  }

  private final TracePanel panel;
  private final String places;
  private final String values;
  private final CharacterAxis valueAxis;
  private final CharacterAxis placeAxis;

  BoxChart(TracePanel panel) {
    this.panel = panel;
    boolean lying =
        panel.isHorizontal() || panel.traces().stream().allMatch(trace -> trace.get("y") == null);
    places = lying ? "y" : "x";
    values = lying ? "x" : "y";
    valueAxis = new CharacterAxis(lying ? panel.xaxis() : panel.yaxis(), panel.all(values, values));
    placeAxis = new CharacterAxis(lying ? panel.yaxis() : panel.xaxis(), panel.all(places, places));
    valueAxis.settle(true);
  }

  List<AttributedString> draw(int columns, int lines) {
    List<Box> boxes = boxes();
    int room = Math.max(1, lines - 3);
    List<Box> shown = boxes.size() <= room ? boxes : boxes.subList(0, Math.max(1, room - 1));
    int labels = Math.min(columns / 3, Label.widest(shown.stream().map(Box::label).toList()));
    int field = Math.max(10, columns - labels - 2);
    List<AttributedString> drawn = new ArrayList<>();
    for (Box box : shown) {
      drawn.add(
          new AttributedStringBuilder()
              .append(Label.left(box.label(), labels))
              .append(' ')
              .styled(box.seriesStyle().style(), line(box, field))
              .toAttributedString());
    }
    if (shown.size() < boxes.size()) {
      drawn.add(new AttributedString("… and %,d more".formatted(boxes.size() - shown.size())));
    }
    for (String line : Ruler.below(valueAxis, labels + 1, field)) {
      drawn.add(new AttributedString(line, AttributedStyle.DEFAULT.faint()));
    }
    return drawn;
  }

  private List<Box> boxes() {
    List<Box> boxes = new ArrayList<>();
    for (int t = 0; t < panel.traces().size(); t++) {
      Map<?, ?> trace = panel.traces().get(t);
      List<?> where = LenientJson.list(trace.get(places));
      List<?> what = LenientJson.list(trace.get(values));
      Map<String, List<Double>> groups = new LinkedHashMap<>();
      placeAxis.categories().forEach(name -> groups.put(name, new ArrayList<>()));
      for (int i = 0; i < what.size(); i++) {
        double position = valueAxis.position(what.get(i));
        if (!Double.isNaN(position)) {
          String place = i < where.size() ? CharacterAxis.category(where.get(i)) : "";
          groups.computeIfAbsent(place, key -> new ArrayList<>()).add(position);
        }
      }
      int trace1 = t;
      groups.forEach(
          (place, members) -> {
            if (!members.isEmpty()) {
              double[] sorted = members.stream().mapToDouble(v -> v).sorted().toArray();
              boxes.add(new Box(label(place, trace1), sorted, panel.seriesStyles().get(trace1)));
            }
          });
    }
    return boxes;
  }

  private String label(String place, int trace) {
    if (panel.traces().size() == 1 && !place.isEmpty()) {
      return place;
    }
    return place.isEmpty() ? panel.name(trace) : place + " " + panel.name(trace);
  }

  private String line(Box box, int field) {
    char[] line = " ".repeat(field).toCharArray();
    int least = at(box.fence(-1), field);
    int most = at(box.fence(1), field);
    int lower = at(box.quantile(0.25), field);
    int upper = at(box.quantile(0.75), field);
    for (double value : box.sorted()) {
      if (value < box.fence(-1) || value > box.fence(1)) {
        line[at(value, field)] = '·';
      }
    }
    Arrays.fill(line, least, most + 1, '─');
    line[least] = '├';
    line[most] = '┤';
    Arrays.fill(line, lower, upper + 1, '█');
    line[at(box.quantile(0.5), field)] = '┃';
    return new String(line).stripTrailing();
  }

  private int at(double position, int field) {
    return (int)
        Math.max(0, Math.min(field - 1, Math.rint(valueAxis.part(position) * (field - 1))));
  }
}
