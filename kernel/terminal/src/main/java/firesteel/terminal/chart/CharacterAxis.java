package firesteel.terminal.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Maps the values of an axis to positions, and chooses its ticks and labels. */
final class CharacterAxis {
  private enum Kind {
    LINEAR,
    LOG,
    DATE,
    CATEGORY
  }

  /** A labelled position on an axis. */
  record Tick(double at, String label) {}

  /** The number of steps that an axis is divided into to find round ends. */
  private static final int ROUNDING = 8;

  private final Kind kind;
  private final Map<?, ?> layout;
  private final List<String> categories = new ArrayList<>();
  private final Map<String, Integer> places = new HashMap<>();
  private double min = Double.POSITIVE_INFINITY;
  private double max = Double.NEGATIVE_INFINITY;

  /**
   * Creates an axis.
   *
   * @param layout the figure's layout of this axis
   * @param values all values on the axis
   */
  CharacterAxis(Map<?, ?> layout, List<?> values) {
    this.layout = layout;
    kind = kind(LenientJson.text(layout.get("type")), values);
    if (kind == Kind.CATEGORY) {
      LenientJson.list(layout.get("categoryarray")).forEach(this::addCategory);
      values.stream().filter(Objects::nonNull).forEach(this::addCategory);
    }
    values.forEach(value -> include(position(value)));
  }

  private static Kind kind(String type, List<?> values) {
    Object first =
        values.stream().<Object>map(v -> v).filter(Objects::nonNull).findFirst().orElse(0);
    switch (type) {
      case "linear":
        return Kind.LINEAR;
      case "log":
        return Kind.LOG;
      case "date":
        return Kind.DATE;
      case "category":
        return Kind.CATEGORY;
      default:
        return DateTicks.isDate(first)
            ? Kind.DATE
            : Double.isNaN(LenientJson.number(first)) ? Kind.CATEGORY : Kind.LINEAR;
    }
  }

  private void addCategory(Object value) {
    if (places.putIfAbsent(category(value), categories.size()) == null) {
      categories.add(category(value));
    }
  }

  /** Returns the category of a value: whole numbers without decimals, days without time. */
  static String category(Object value) {
    double number = value instanceof Number n ? n.doubleValue() : Double.NaN;
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? String.valueOf((long) number)
        : Label.clean(value).replaceFirst("[T ]00:00(:00(\\.0+)?)?$", "");
  }

  /** Returns the position of a value; NaN when it has none. */
  double position(Object value) {
    if (value == null) {
      return Double.NaN;
    }
    switch (kind) {
      case CATEGORY:
        return places.getOrDefault(category(value), -1) < 0
            ? Double.NaN
            : places.get(category(value));
      case DATE:
        return DateTicks.position(value);
      case LOG:
        double number = LenientJson.number(value);
        return number > 0 ? Math.log10(number) : Double.NaN;
      default:
        return LenientJson.number(value);
    }
  }

  void include(double position) {
    if (!Double.isNaN(position)) {
      min = Math.min(min, position);
      max = Math.max(max, position);
    }
  }

  /** Extends the range to zero, where bars start. */
  void includeZero() {
    if (kind == Kind.LINEAR) {
      include(0);
    } else if (kind == Kind.LOG) {
      include(Math.floor(min));
    }
  }

  /** Adds half a step at both ends, for marks that are wider than a point. */
  void widen() {
    if (kind == Kind.CATEGORY && !isEmpty()) {
      min -= 0.5;
      max += 0.5;
    }
  }

  /** Sets the range that the figure specifies, or else one that isn't too narrow. */
  void settle(boolean rounded) {
    List<?> range = LenientJson.list(layout.get("range"));
    double from = range.size() == 2 ? ofRange(range.get(0)) : Double.NaN;
    double to = range.size() == 2 ? ofRange(range.get(1)) : Double.NaN;
    if (isEmpty()) {
      min = 0;
      max = 1;
    } else if (from < to) {
      min = from;
      max = to;
    } else if (min == max) {
      double around = kind == Kind.DATE ? 43_200 : Math.max(0.5, Math.abs(min) / 10);
      min -= around;
      max += around;
    } else if (rounded && kind == Kind.LINEAR) {
      double step = step(ROUNDING);
      min = Math.floor(min / step) * step;
      max = Math.ceil(max / step) * step;
    }
    if (!Double.isFinite(max - min)) {
      throw new IllegalArgumentException("too far apart: " + min + " and " + max);
    }
  }

  /** Returns positions as texts with the same number of decimals. */
  List<String> texts(double[] positions) {
    if (kind == Kind.DATE) {
      return Arrays.stream(positions).mapToObj(DateTicks::text).toList();
    }
    NumberFormats numberFormats = NumberFormats.ofValues(positions, isGrouped());
    return Arrays.stream(positions).mapToObj(numberFormats::text).toList();
  }

  private double ofRange(Object end) {
    return kind == Kind.DATE ? DateTicks.position(end) : LenientJson.number(end);
  }

  boolean isEmpty() {
    return min > max;
  }

  boolean isCategorical() {
    return kind == Kind.CATEGORY;
  }

  boolean isLog() {
    return kind == Kind.LOG;
  }

  boolean isReversed() {
    return "reversed".equals(layout.get("autorange"));
  }

  boolean isGrouped() {
    // Years are numbers too, and aren't written as 2,026.
    return layout.get("separatethousands") instanceof Boolean wanted
        ? wanted
        : kind == Kind.LOG || Math.max(Math.abs(min), Math.abs(max)) >= 10_000;
  }

  String title() {
    return Label.clean(LenientJson.title(layout.get("title")));
  }

  List<String> categories() {
    return categories;
  }

  double min() {
    return min;
  }

  double max() {
    return max;
  }

  /** Returns a position as a fraction of the axis, from 0 to 1. */
  double part(double position) {
    return (position - min) / (max - min);
  }

  /** Returns at most the given number of ticks. */
  List<Tick> ticks(int most) {
    if (isEmpty()) {
      return List.of();
    }
    List<Tick> ticks = new ArrayList<>();
    if (kind == Kind.DATE) {
      return DateTicks.between(min, max, most);
    }
    double step = kind == Kind.LINEAR ? step(most) : Math.max(1, step(most));
    NumberFormats numberFormats =
        NumberFormats.ofStep(step, Math.max(Math.abs(min), Math.abs(max)), isGrouped());
    for (double i = Math.ceil(min / step - 1e-9); i * step <= max + step * 1e-9; i++) {
      double at = i * step;
      if (kind == Kind.CATEGORY) {
        if (at == Math.rint(at) && at >= 0 && at < categories.size()) {
          ticks.add(new Tick(at, categories.get((int) at)));
        }
      } else if (kind == Kind.LOG) {
        double value = Math.pow(10, at);
        ticks.add(
            new Tick(at, NumberFormats.ofValues(new double[] {value}, isGrouped()).text(value)));
      } else {
        ticks.add(new Tick(at, numberFormats.text(at)));
      }
    }
    if (kind == Kind.LOG && ticks.size() < 2) {
      double[] ends = {Math.pow(10, min), Math.pow(10, max)};
      NumberFormats ofEnds = NumberFormats.ofValues(ends, isGrouped());
      return List.of(new Tick(min, ofEnds.text(ends[0])), new Tick(max, ofEnds.text(ends[1])));
    }
    return ticks;
  }

  /** Returns the distance between ticks: 1, 2 or 5 times a power of ten. */
  private double step(int most) {
    double least = (max - min) / Math.max(1, most);
    double power = Math.pow(10, Math.floor(Math.log10(least)));
    for (double times : new double[] {1, 2, 5}) {
      if (power * times >= least * (1 - 1e-9)) {
        return power * times;
      }
    }
    return power * 10;
  }
}
