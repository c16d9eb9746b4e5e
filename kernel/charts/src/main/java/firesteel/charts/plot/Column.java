package firesteel.charts.plot;

import firesteel.api.display.PlainText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;

/**
 * A column with values as a figure has them: finite numbers, dates as ISO text, categories as text,
 * and null for values that an axis can't show: null, NaN, infinities.
 *
 * @param name shown as the axis title
 * @param values may hold nulls
 */
record Column(String name, ColumnType type, List<Object> values) {

  Column {
    values = Collections.unmodifiableList(values);
  }

  /** Converts a column as it was read; the type is that of all its values, otherwise CATEGORY. */
  static Column of(String name, List<?> raw) {
    ColumnType type = typeOf(raw);
    boolean whole = raw.stream().allMatch(value -> value == null || isWhole(value));
    List<Object> values = new ArrayList<>(raw.size());
    for (Object value : raw) {
      values.add(
          value == null
              ? null
              : switch (type) {
                case NUMBER -> whole ? (Object) whole(value) : number(value);
                case TIME -> time(value);
                case CATEGORY -> category(value);
              });
    }
    return new Column(name, type, values);
  }

  private static ColumnType typeOf(List<?> raw) {
    boolean numbers = true;
    boolean times = true;
    boolean any = false;
    for (Object value : raw) {
      if (value != null) {
        any = true;
        numbers &= value instanceof Number || value instanceof Year;
        times &= isTime(value);
      }
    }
    return !any || !numbers && !times
        ? ColumnType.CATEGORY
        : numbers ? ColumnType.NUMBER : ColumnType.TIME;
  }

  private static boolean isTime(Object value) {
    return value instanceof LocalDate
        || value instanceof LocalDateTime
        || value instanceof ZonedDateTime
        || value instanceof OffsetDateTime
        || value instanceof Instant
        || value instanceof YearMonth
        || value instanceof Date && !(value instanceof java.sql.Time);
  }

  private static boolean isWhole(Object value) {
    return value instanceof Integer
        || value instanceof Long
        || value instanceof Short
        || value instanceof Byte
        || value instanceof Year;
  }

  private static Long whole(Object value) {
    return value instanceof Year year ? (long) year.getValue() : ((Number) value).longValue();
  }

  private static Double number(Object value) {
    if (value instanceof Float single) {
      return finite(Double.parseDouble(single.toString())); // The float 0.1f is meant to be 0.1.
    }
    return value instanceof Year year
        ? Double.valueOf(year.getValue())
        : finite(((Number) value).doubleValue());
  }

  private static Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }

  private static String time(Object value) {
    String text;
    if (value instanceof ZonedDateTime zoned) {
      text = zoned.toLocalDateTime().toString();
    } else if (value instanceof OffsetDateTime offset) {
      text = offset.toLocalDateTime().toString();
    } else if (value instanceof Instant instant) {
      text = LocalDateTime.ofInstant(instant, ZoneId.systemDefault()).toString();
    } else if (value instanceof java.sql.Date date) {
      text = date.toLocalDate().toString();
    } else if (value instanceof Date date) {
      text =
          LocalDateTime.ofInstant(Instant.ofEpochMilli(date.getTime()), ZoneId.systemDefault())
              .toString();
    } else {
      text = value.toString();
    }
    return text.startsWith("+") ? null : text; // The years of plotly.js end with 9999.
  }

  private static String category(Object value) {
    return value instanceof CharSequence || value instanceof Boolean || value instanceof Enum
        ? value.toString()
        : PlainText.preview(value);
  }

  boolean isNumber() {
    return type == ColumnType.NUMBER;
  }

  boolean isCategory() {
    return type == ColumnType.CATEGORY;
  }

  Object get(int row) {
    return values.get(row);
  }

  /** Returns a number; NaN when there is none. */
  double number(int row) {
    return values.get(row) instanceof Number number ? number.doubleValue() : Double.NaN;
  }

  /** Returns the value as a label; null is "null". */
  String label(int row) {
    return labelOf(values.get(row));
  }

  static String labelOf(Object value) {
    if (value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15) {
      return Long.toString(number.longValue());
    }
    return Objects.toString(value);
  }

  /** Returns the numbers of some rows, without the missing ones. */
  double[] numbers(int[] rows) {
    return Arrays.stream(rows)
        .mapToDouble(this::number)
        .filter(number -> !Double.isNaN(number))
        .toArray();
  }

  /** Returns the distinct values: numbers and dates sorted, categories as they come; null last. */
  List<Object> distinct() {
    List<Object> found = new ArrayList<>(new LinkedHashSet<>(values));
    boolean hasNull = found.remove(null);
    if (isNumber()) {
      found.sort((a, b) -> Double.compare(((Number) a).doubleValue(), ((Number) b).doubleValue()));
    } else if (type == ColumnType.TIME) {
      found.sort((a, b) -> a.toString().compareTo(b.toString()));
    }
    if (hasNull) {
      found.add(null);
    }
    return found;
  }

  /** Returns the values of some rows, in their order. */
  List<Object> pick(int[] rows) {
    List<Object> picked = new ArrayList<>(rows.length);
    for (int row : rows) {
      picked.add(values.get(row));
    }
    return picked;
  }

  /** Returns a column of some of the rows. */
  Column at(int[] rows) {
    return new Column(name, type, pick(rows));
  }

  Column named(String other) {
    return new Column(other, type, values);
  }
}
