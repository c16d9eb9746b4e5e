package firesteel.charts.plot;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A column along an axis: its values and labels in a figure, and the axis itself. */
final class Axis {
  private static final int FEW_WHOLE_NUMBERS = 12;

  private final Column column;
  private final String title;
  private final boolean log;
  private final double[] range;
  private final Map<Object, String> labels = new LinkedHashMap<>();
  private final double[] numbers;

  /**
   * Creates an axis.
   *
   * @param title null for the column's name
   * @param range null where the data decides
   */
  Axis(Column column, String title, boolean log, double[] range) {
    this.column = column;
    this.title = title == null ? FigureText.escape(column.name()) : title;
    this.log = log;
    this.range = range;
    this.numbers =
        column.isNumber()
            ? column.values().stream()
                .filter(value -> value != null)
                .mapToDouble(value -> ((Number) value).doubleValue())
                .toArray()
            : new double[0];
    if (column.isCategory()) {
      label(column.distinct());
    }
  }

  /** Labels categories; those that are cut to the same label stay distinct. */
  private void label(List<Object> categories) {
    Set<String> taken = new HashSet<>();
    for (Object category : categories) {
      if (category != null) {
        String label = FigureText.escape(category.toString());
        String unique = label;
        for (int n = 2; !taken.add(unique); n++) {
          unique = label + " (" + n + ")";
        }
        labels.put(category, unique);
      }
    }
  }

  Column column() {
    return column;
  }

  String title() {
    return title;
  }

  /** Returns the values of some rows as a figure has them. */
  List<Object> values(int[] rows) {
    List<Object> values = column.pick(rows);
    if (column.isCategory()) {
      values.replaceAll(value -> value == null ? null : labels.get(value));
    }
    return values;
  }

  /** Returns the placeholder for a point's value in a hover text; {@code letter} is x or y. */
  String hover(String letter) {
    return switch (column.type()) {
      case CATEGORY -> "%{" + letter + "}";
      case TIME -> "%{" + letter + "|" + (isDays() ? "%Y-%m-%d}" : "%Y-%m-%d %H:%M:%S}");
      case NUMBER ->
          "%{"
              + letter
              + ":"
              + (FigureText.isYears(numbers) ? "d" : FigureText.format(numbers))
              + "}";
    };
  }

  private boolean isDays() {
    return column.values().stream().allMatch(v -> v == null || v.toString().indexOf('T') < 0);
  }

  /**
   * Returns the layout of the axis; categories start at the top when the axis is vertical and they
   * belong to bars.
   */
  Map<String, Object> layout(boolean fromTop) {
    Map<String, Object> axis =
        FigureJson.object(
            "title",
            FigureJson.object("text", title),
            "type",
            log ? "log" : column.type().axis(),
            "zeroline",
            false);
    if (column.isCategory()) {
      axis.put("categoryorder", "array");
      axis.put("categoryarray", new ArrayList<>(labels.values()));
      axis.put("showgrid", false);
    } else if (column.isNumber()) {
      boolean years = FigureText.isYears(numbers);
      axis.put("separatethousands", !years);
      if (isFewWholeNumbers()) {
        axis.put("dtick", 1);
        axis.put("tickformat", years ? "d" : ",d");
      }
    }
    if (range != null) {
      axis.put("range", log ? List.of(Math.log10(range[0]), Math.log10(range[1])) : asList(range));
    } else if (fromTop) {
      axis.put("autorange", "reversed");
    }
    return axis;
  }

  private boolean isFewWholeNumbers() {
    return !log
        && numbers.length > 0
        && Arrays.stream(numbers).allMatch(n -> n == Math.rint(n))
        && max() - min() < FEW_WHOLE_NUMBERS;
  }

  private double min() {
    return Arrays.stream(numbers).min().orElse(0);
  }

  private double max() {
    return Arrays.stream(numbers).max().orElse(0);
  }

  /** Returns the whole range, with margins at both ends: for axes that must not move. */
  List<Object> wholeRange(boolean fromTop) {
    if (column.isCategory()) {
      List<Object> ends = List.of(-0.5, labels.size() - 0.5);
      return fromTop ? List.of(ends.get(1), ends.get(0)) : ends;
    }
    if (column.type() == ColumnType.TIME) {
      double[] seconds =
          column.values().stream()
              .filter(value -> value != null)
              .mapToDouble(value -> seconds(value.toString()))
              .toArray();
      double low = Arrays.stream(seconds).min().orElse(0);
      double high = Arrays.stream(seconds).max().orElse(1);
      double room = Math.max(1, (high - low) / 20);
      return List.of(time(low - room), time(high + room));
    }
    return padded(min(), max());
  }

  /** Returns a range of numbers with a twentieth as margin, in the axis's own terms. */
  List<Object> padded(double low, double high) {
    double from = log ? Math.log10(low) : low;
    double to = log ? Math.log10(high) : high;
    double room = to > from ? (to - from) / 20 : 0.5;
    return List.of(from - room, to + room);
  }

  boolean isLog() {
    return log;
  }

  boolean hasRange() {
    return range != null;
  }

  private static double seconds(String time) {
    LocalDateTime at =
        time.indexOf('T') > 0
            ? LocalDateTime.parse(time)
            : time.matches("-?\\d+-\\d\\d")
                ? YearMonth.parse(time).atDay(1).atStartOfDay()
                : LocalDate.parse(time).atStartOfDay();
    return at.toEpochSecond(ZoneOffset.UTC);
  }

  private static String time(double seconds) {
    return LocalDateTime.ofEpochSecond((long) seconds, 0, ZoneOffset.UTC).toString();
  }

  private static List<Object> asList(double[] range) {
    return List.of(range[0], range[1]);
  }
}
