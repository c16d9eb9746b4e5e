package firesteel.api.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Computes statistics of rows that are in memory, exactly. */
final class InMemoryStatistics {
  private InMemoryStatistics() {}

  /** Returns the statistics of all columns, over the rows that a table holds. */
  static TableStatistics of(Table table) {
    List<ColumnStatistics> columns = new ArrayList<>();
    for (int c = 0; c < table.columns().size(); c++) {
      int at = c;
      columns.add(
          of(table.columns().get(c), table.rows().stream().map(row -> row.get(at)).toList()));
    }
    boolean whole = table.total() == table.rows().size();
    return new TableStatistics(
        table.rows().size(), columns, whole ? table.note() : "of the first rows; there are more");
  }

  private static ColumnStatistics of(Table.Column column, List<Object> values) {
    List<Object> present = values.stream().filter(Objects::nonNull).toList();
    long nans = present.stream().filter(InMemoryStatistics::isNan).count();
    Set<Object> distinct = new HashSet<>(present);
    Object[] sorted = present.stream().filter(v -> !isNan(v)).toArray();
    boolean numbers = Arrays.stream(sorted).allMatch(Number.class::isInstance);
    boolean ordered = sorted.length > 0 && sort(sorted, numbers);
    return new ColumnStatistics(
        column.name(),
        column.type(),
        values.size() - present.size(),
        nans,
        distinct.size(),
        ordered ? sorted[0] : null,
        ordered ? sorted[sorted.length - 1] : null,
        ordered && numbers ? mean(sorted) : null,
        ordered && !(sorted[0] instanceof Boolean) && !(sorted[0] instanceof String)
            ? List.of(at(sorted, 0.25), at(sorted, 0.5), at(sorted, 0.75))
            : List.of(),
        ordered && numbers ? histogram(sorted) : List.of());
  }

  private static boolean isNan(Object value) {
    return value instanceof Double number && number.isNaN()
        || value instanceof Float other && other.isNaN();
  }

  /** Sorts the values; returns false when they have no order. */
  private static boolean sort(Object[] values, boolean numbers) {
    if (numbers) {
      Arrays.sort(values, Comparator.comparingDouble(v -> ((Number) v).doubleValue()));
      return true;
    }
    Class<?> kind = values[0].getClass();
    if (!Comparable.class.isAssignableFrom(kind)
        || kind == Map.class
        || !Arrays.stream(values).allMatch(v -> v.getClass() == kind)) {
      return false;
    }
    Arrays.sort(values);
    return true;
  }

  private static double mean(Object[] numbers) {
    return Arrays.stream(numbers).mapToDouble(v -> ((Number) v).doubleValue()).sum()
        / numbers.length;
  }

  /** Returns the value at a quantile, by nearest rank, as Spark does. */
  private static Object at(Object[] sorted, double part) {
    return sorted[Math.max(0, (int) Math.ceil(part * sorted.length) - 1)];
  }

  private static List<Long> histogram(Object[] sorted) {
    double[] values =
        Arrays.stream(sorted)
            .mapToDouble(v -> ((Number) v).doubleValue())
            .filter(Double::isFinite)
            .toArray();
    Histogram histogram =
        values.length == 0
            ? new Histogram(0, 0)
            : new Histogram(values[0], values[values.length - 1]);
    for (double value : values) {
      histogram.add(value, 1);
    }
    return histogram.counts();
  }
}
