package firesteel.charts.plot;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the columns of a chart, assigns their roles, and checks that they fit its kind. */
final class ChartReader {
  /** The name of the column that tells which of several columns of y a value is from. */
  private static final String SERIES = "series";

  private static final String VALUE = "value";
  private static final int MAX_NAMES = 30;

  private final PlotOptions options;
  private final ChartKind kind;

  ChartReader(PlotOptions options) {
    this.options = options;
    this.kind = options.kind;
  }

  /**
   * Reads the data once, with a limit.
   *
   * @throws IllegalArgumentException when the data is not a table, or lacks what the chart needs
   */
  ChartData read() throws Exception {
    Set<String> wanted = new LinkedHashSet<>();
    options.roles.values().forEach(wanted::addAll);
    boolean byPosition = options.roles.keySet().stream().noneMatch(kind.required()::contains);
    List<String> names = byPosition ? List.of() : List.copyOf(wanted);
    RawTable raw = RawTable.read(options.data, names, options.limit);
    Map<Role, List<Column>> columns =
        byPosition ? byPosition(raw) : byName(raw, new ArrayList<>(wanted));
    if (options.aggregate == Aggregate.COUNT && !columns.containsKey(kind.measure())) {
      columns.put(
          kind.measure(),
          List.of(new Column("count", ColumnType.NUMBER, Collections.nCopies(raw.rows(), 1L))));
    }
    requireRoles(columns, raw);
    ChartData data = melted(new ChartData(columns, raw.rows(), List.of()));
    requireNumbers(data);
    if (raw.cut()) {
      data = data.noting(cutNote(raw.rows()));
    }
    return raw.rows() == 0 ? data.noting("no rows") : data;
  }

  private String cutNote(int rows) {
    String first = "first " + FigureText.count(rows, "row");
    return options.aggregate == null
        ? first
        : options.aggregate.label() + " of the " + first + " only, there are more";
  }

  private Map<Role, List<Column>> byName(RawTable raw, List<String> wanted) {
    Map<Role, List<Column>> columns = new EnumMap<>(Role.class);
    options.roles.forEach(
        (role, names) ->
            columns.put(
                role, names.stream().map(name -> raw.column(wanted.indexOf(name))).toList()));
    return columns;
  }

  /** Assigns roles by position when the data has exactly the columns that the chart needs. */
  private Map<Role, List<Column>> byPosition(RawTable raw) {
    Map<Role, List<Column>> columns = new EnumMap<>(Role.class);
    List<Role> needed = new ArrayList<>(kind.required());
    if (options.aggregate == Aggregate.COUNT) {
      needed.remove(kind.measure());
    }
    Map<Role, List<String>> others = options.roles;
    List<Integer> free = new ArrayList<>();
    for (int i = 0; i < raw.names().size(); i++) {
      String name = raw.names().get(i);
      if (others.values().stream().noneMatch(names -> names.contains(name))) {
        free.add(i);
      }
    }
    if (free.size() == needed.size()) {
      for (int i = 0; i < needed.size(); i++) {
        columns.put(needed.get(i), List.of(raw.column(free.get(i))));
      }
    }
    others.forEach(
        (role, names) -> {
          int[] at = new firesteel.api.table.TableRequest(0, names).positions(raw.names());
          columns.put(role, java.util.Arrays.stream(at).mapToObj(raw::column).toList());
        });
    return columns;
  }

  private void requireRoles(Map<Role, List<Column>> columns, RawTable raw) {
    for (Role role : kind.required()) {
      if (!columns.containsKey(role)) {
        boolean countable = role == kind.measure() && role != Role.COLOR;
        throw new IllegalArgumentException(
            "a %s chart needs %s: say which column it is%s%s"
                .formatted(
                    kind.label(),
                    role.label(),
                    countable ? ", or count the rows" : "",
                    options.roles.isEmpty() ? "; there are " + names(raw) : ""));
      }
    }
  }

  private static String names(RawTable raw) {
    List<String> all = raw.names();
    String shown = String.join(", ", all.subList(0, Math.min(MAX_NAMES, all.size())));
    return all.size() > MAX_NAMES ? shown + ", …" : shown;
  }

  private void requireNumbers(ChartData data) {
    Set<Role> numbers = new LinkedHashSet<>(List.of(Role.SIZE));
    switch (kind) {
      case BAR, BOX, VIOLIN -> numbers.add(Role.Y);
      case HEATMAP, PIE, SUNBURST, TREEMAP -> numbers.add(Role.VALUES);
      case LINE, SCATTER, BUBBLE, HISTOGRAM, CHOROPLETH -> {
        // These accept any value.
      }
    }
    if (options.aggregate != null && options.aggregate != Aggregate.COUNT) {
      numbers.add(kind.measure());
    }
    if (options.xLog) {
      numbers.add(Role.X);
    }
    if (options.yLog && kind != ChartKind.HISTOGRAM) {
      numbers.add(Role.Y);
    }
    for (Role role : numbers) {
      Column column = data.get(role);
      if (column != null
          && !column.isNumber()
          && column.values().stream().anyMatch(v -> v != null)) {
        throw new IllegalArgumentException(
            "%s of this %s chart must be numbers, and \"%s\" holds %s"
                .formatted(
                    role.label(),
                    kind.label(),
                    column.name(),
                    column.isCategory() ? "text" : "dates"));
      }
    }
  }

  /**
   * Combines several columns of y into one, and adds a column that tells which one a value is from.
   */
  private ChartData melted(ChartData data) {
    List<Column> wide = data.all(Role.Y);
    if (wide.size() < 2) {
      return data;
    }
    if (data.has(Role.COLOR)) {
      throw new IllegalArgumentException(
          "with several columns of y each has a colour of its own: leave out color, or name one y");
    }
    int rows = data.rows();
    int[] repeated = new int[rows * wide.size()];
    List<Object> series = new ArrayList<>(repeated.length);
    List<Object> values = new ArrayList<>(repeated.length);
    for (int i = 0; i < repeated.length; i++) {
      repeated[i] = i % rows;
      series.add(wide.get(i / rows).name());
    }
    wide.forEach(column -> values.addAll(column.values()));
    boolean numbers = wide.stream().allMatch(Column::isNumber);
    Map<Role, List<Column>> columns = new EnumMap<>(data.at(repeated).columns());
    columns.put(
        Role.Y,
        List.of(new Column(VALUE, numbers ? ColumnType.NUMBER : wide.get(0).type(), values)));
    columns.put(Role.COLOR, List.of(new Column(SERIES, ColumnType.CATEGORY, series)));
    return new ChartData(columns, repeated.length, data.notes());
  }
}
