package firesteel.api.table;

import firesteel.api.display.MimeBundle;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/**
 * The statistics of the columns of a table.
 *
 * @param rows the number of rows that the statistics cover
 * @param columns one each, in their order
 * @param note one line to show below them; may be empty
 */
public record TableStatistics(long rows, List<ColumnStatistics> columns, String note) {
  private static final String BARS = "▁▂▃▄▅▆▇█";

  public TableStatistics {
    columns = List.copyOf(columns);
  }

  /** Computes exact statistics of the rows that a table holds. */
  public static TableStatistics of(Table table) {
    return InMemoryStatistics.of(table);
  }

  /** Shows the statistics as a table with one row for each column. */
  public MimeBundle toBundle() {
    boolean anyNan = columns.stream().anyMatch(column -> column.nans() > 0);
    List<String> names = new ArrayList<>(List.of("column", "type", "nulls"));
    if (anyNan) {
      names.add("NaN");
    }
    names.addAll(List.of("distinct", "histogram", "min", "25 %", "median", "75 %", "max", "mean"));
    List<List<Object>> lines = new ArrayList<>();
    for (ColumnStatistics column : columns) {
      List<Object> line = new ArrayList<>();
      line.add(column.name());
      line.add(column.type());
      line.add(column.nulls());
      if (anyNan) {
        line.add(column.nans());
      }
      line.add(column.distinct() < 0 ? Table.BLANK : column.distinct());
      line.add(bars(column.histogram()));
      line.add(shown(column.min()));
      for (int i = 0; i < 3; i++) {
        line.add(column.quartiles().isEmpty() ? Table.BLANK : shown(column.quartiles().get(i)));
      }
      line.add(shown(column.max()));
      line.add(rounded(column.mean()));
      lines.add(line);
    }
    Table table = new Table(names.stream().map(Table.Column::of).toList(), lines, lines.size());
    String size =
        "%,d %s × %,d %s"
            .formatted(
                rows,
                rows == 1 ? "row" : "rows",
                columns.size(),
                columns.size() == 1 ? "column" : "columns");
    return table.toBundle(lines.size(), note.isEmpty() ? size : size + "; " + note);
  }

  private static Object shown(Object value) {
    if (value instanceof Double || value instanceof Float) {
      // all digits, and an exponent only where there is no room
      double number = ((Number) value).doubleValue();
      return hasExponent(number) ? value : plain(new BigDecimal(value.toString()));
    }
    return value == null ? Table.BLANK : value;
  }

  private static boolean hasExponent(double value) {
    double size = Math.abs(value);
    return !Double.isFinite(value) || size != 0 && (size < 1e-4 || size >= 1e15);
  }

  private static BigDecimal plain(BigDecimal number) {
    return new BigDecimal(number.stripTrailingZeros().toPlainString());
  }

  /** Returns a mean rounded to a readable number of digits. */
  private static Object rounded(Number mean) {
    if (mean == null) {
      return Table.BLANK;
    }
    double value = mean.doubleValue();
    if (hasExponent(value)) {
      return value;
    }
    BigDecimal exact = BigDecimal.valueOf(value);
    // all digits before the point are kept
    int digits = Math.max(6, exact.precision() - exact.scale() + 1);
    return plain(exact.round(new MathContext(digits)));
  }

  private static Object bars(List<Long> counts) {
    long most = counts.stream().mapToLong(Long::longValue).max().orElse(0);
    if (most == 0) {
      return Table.BLANK;
    }
    StringBuilder bars = new StringBuilder();
    for (long count : counts) {
      // a value that occurs has a bar that can be seen
      int height = (int) Math.ceil((double) BARS.length() * count / most);
      bars.append(height == 0 ? ' ' : BARS.charAt(height - 1));
    }
    return bars.toString();
  }
}
