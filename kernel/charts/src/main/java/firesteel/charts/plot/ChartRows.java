package firesteel.charts.plot;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/** Leaves out rows that can't be drawn, and aggregates rows as requested. */
final class ChartRows {
  private static final Set<Role> NOT_IN_KEY = Set.of(Role.HOVER, Role.HOVER_NAME);

  private final PlotOptions options;
  private final ChartKind kind;

  ChartRows(PlotOptions options) {
    this.options = options;
    this.kind = options.kind;
  }

  /** Returns the rows that are drawn; the notes say what is missing. */
  ChartData of(ChartData all) {
    ChartData placed = withPlace(all);
    ChartData rows = options.aggregate == null ? placed : aggregated(placed);
    if (kind == ChartKind.BAR && !options.stacked
        || kind == ChartKind.HEATMAP
        || kind == ChartKind.CHOROPLETH) {
      requireOneEach(rows);
    }
    return rows;
  }

  private ChartData withPlace(ChartData data) {
    Map<String, Integer> left = new LinkedHashMap<>();
    int[] kept =
        IntStream.range(0, data.rows())
            .filter(
                row -> {
                  String reason = reasonToLeaveOut(data, row);
                  if (reason != null) {
                    left.merge(reason, 1, Integer::sum);
                  }
                  return reason == null;
                })
            .toArray();
    ChartData fewer = data.at(kept);
    for (Map.Entry<String, Integer> reason : left.entrySet()) {
      fewer = fewer.noting(FigureText.count(reason.getValue(), "row") + " " + reason.getKey());
    }
    return fewer;
  }

  private String reasonToLeaveOut(ChartData data, int row) {
    for (Role role : data.columns().keySet()) {
      Column column = data.get(role);
      Object value = column.get(row);
      if (value == null) {
        if (isNeeded(role)) {
          return "without " + column.name() + " left out";
        }
      } else if (value instanceof Number number) {
        if (isOfAWhole(role) && number.doubleValue() < 0) {
          return "with a negative " + column.name() + " left out";
        }
        if (isLog(role) && number.doubleValue() <= 0) {
          return "left out: a logarithmic axis has no place for " + column.name() + " ≤ 0";
        }
      }
    }
    return null;
  }

  /**
   * Whether a row with null in this role can't be drawn; elsewhere null is a gap, a hole or a
   * group.
   */
  private boolean isNeeded(Role role) {
    boolean aggregatedLater = options.aggregate != null && role == kind.measure();
    return switch (role) {
      case X -> kind != ChartKind.BOX && kind != ChartKind.VIOLIN;
      case Y -> kind != ChartKind.LINE && !aggregatedLater;
      case SIZE, COUNTRY, PATH -> true;
      case VALUES -> kind != ChartKind.HEATMAP && !aggregatedLater;
      case COLOR -> kind == ChartKind.CHOROPLETH && !aggregatedLater;
      case NAMES, HOVER_NAME, HOVER, ANIMATE, FACET -> false;
    };
  }

  private boolean isOfAWhole(Role role) {
    return role == Role.SIZE || role == Role.VALUES && kind != ChartKind.HEATMAP;
  }

  private boolean isLog(Role role) {
    return role == Role.X && options.xLog || role == Role.Y && options.yLog;
  }

  private Map<List<Object>, List<Integer>> groups(ChartData data) {
    List<Column> keys = new ArrayList<>();
    data.columns()
        .forEach(
            (role, columns) -> {
              if (role != kind.measure() && !NOT_IN_KEY.contains(role)) {
                keys.addAll(columns);
              }
            });
    Map<List<Object>, List<Integer>> groups = new LinkedHashMap<>();
    for (int row = 0; row < data.rows(); row++) {
      int at = row;
      groups
          .computeIfAbsent(
              Collections.unmodifiableList(keys.stream().map(key -> key.get(at)).toList()),
              key -> new ArrayList<>())
          .add(row);
    }
    return groups;
  }

  private ChartData aggregated(ChartData data) {
    Role measureRole = kind.measure();
    Column measure = data.get(measureRole);
    List<Object> values = new ArrayList<>();
    List<int[]> groups = new ArrayList<>();
    for (List<Integer> group : groups(data).values()) {
      int[] rows = group.stream().mapToInt(Integer::intValue).toArray();
      groups.add(rows);
      values.add(aggregate(measure, rows));
    }
    int[] firsts = groups.stream().mapToInt(rows -> rows[0]).toArray();
    Map<Role, List<Column>> columns = new EnumMap<>(data.at(firsts).columns());
    for (Role role : NOT_IN_KEY) {
      if (data.has(role)) {
        columns.put(role, data.all(role).stream().map(c -> common(c, groups)).toList());
      }
    }
    String name = options.aggregate.titled(measure.name());
    columns.put(measureRole, List.of(new Column(name, ColumnType.NUMBER, values)));
    return new ChartData(columns, groups.size(), data.notes());
  }

  private Object aggregate(Column measure, int[] rows) {
    if (options.aggregate == Aggregate.COUNT) {
      return measure.pick(rows).stream().filter(Objects::nonNull).count();
    }
    double[] numbers = measure.numbers(rows);
    return numbers.length == 0 ? null : (Double) options.aggregate.of(numbers);
  }

  /** Returns the values that all rows of a group have in common; null where they differ. */
  private static Column common(Column column, List<int[]> groups) {
    List<Object> values = new ArrayList<>();
    for (int[] rows : groups) {
      List<Object> all = column.pick(rows);
      values.add(all.stream().distinct().count() == 1 ? all.get(0) : null);
    }
    return new Column(column.name(), column.type(), values);
  }

  private void requireOneEach(ChartData data) {
    for (List<Integer> rows : groups(data).values()) {
      if (rows.size() > 1) {
        List<String> same = new ArrayList<>();
        data.columns()
            .forEach(
                (role, columns) -> {
                  if (role != kind.measure() && !NOT_IN_KEY.contains(role)) {
                    Column column = columns.get(0);
                    same.add(column.name() + " = " + column.label(rows.get(0)));
                  }
                });
        throw new IllegalArgumentException(
            "%s have %s, and a %s chart shows one value there: say which (sum, mean, median, min,"
                    .formatted(
                        FigureText.count(rows.size(), "row"), String.join(", ", same), kind.label())
                + " max or count), or tell the rows apart by "
                + (kind == ChartKind.BAR ? "color, facet or animate" : "facet or animate"));
      }
    }
  }
}
