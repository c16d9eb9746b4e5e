package firesteel.magics.tablesaw;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataType;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.ShortColumn;
import tech.tablesaw.api.StringColumn;

/** The column of a table for each type of a Dataset that has one. */
final class ColumnSinks {
  private static final String LEAST =
      "%s values are the least of their type, which means missing here";
  private static final String NOT_A_NUMBER = "%s values are NaN, which means missing here";
  private static final String EMPTY = "%s empty strings are missing values here";
  private static final String MILLIS = "%s times were cut to milliseconds";

  private ColumnSinks() {}

  /** A sink for a type that {@link DatasetReading} leaves as it is. */
  static ColumnSink<?> of(String name, DataType type) {
    return switch (type.typeName()) {
      case "boolean" -> new Booleans(BooleanColumn.create(name));
      case "byte" -> new Bytes(ShortColumn.create(name));
      case "short" -> new Shorts(ShortColumn.create(name));
      case "integer" -> new Ints(IntColumn.create(name));
      case "long" -> new Longs(LongColumn.create(name));
      case "float" -> new Floats(FloatColumn.create(name));
      case "double" -> new Doubles(DoubleColumn.create(name));
      case "date" -> new Dates(DateColumn.create(name));
      case "timestamp" -> new Instants(InstantColumn.create(name));
      case "timestamp_ntz" -> new DateTimes(DateTimeColumn.create(name));
      default -> new Strings(StringColumn.create(name));
    };
  }

  private static final class Booleans extends ColumnSink<BooleanColumn> {
    Booleans(BooleanColumn column) {
      super(column, "");
    }

    @Override
    void appendFrom(InternalRow row, int at) {
      column.append(row.getBoolean(at));
    }

    @Override
    void appendValue(Object value) {
      column.append((Boolean) value);
    }
  }

  private static final class Bytes extends ColumnSink<ShortColumn> {
    Bytes(ShortColumn column) {
      super(column, "");
    }

    @Override
    void appendFrom(InternalRow row, int at) {
      column.append((short) row.getByte(at));
    }

    @Override
    void appendValue(Object value) {
      column.append(((Number) value).shortValue());
    }
  }

  private static final class Shorts extends ColumnSink<ShortColumn> {
    Shorts(ShortColumn column) {
      super(column, LEAST);
    }

    @Override
    void appendFrom(InternalRow row, int at) {
      add(row.getShort(at));
    }

    @Override
    void appendValue(Object value) {
      add(((Number) value).shortValue());
    }

    private void add(short value) {
      countLoss(value == Short.MIN_VALUE);
      column.append(value);
    }
  }

  private static final class Ints extends ColumnSink<IntColumn> {
    Ints(IntColumn column) {
      super(column, LEAST);
    }

    @Override
    void appendFrom(InternalRow row, int at) {
      add(row.getInt(at));
    }

    @Override
    void appendValue(Object value) {
      add((Integer) value);
    }

    private void add(int value) {
      countLoss(value == Integer.MIN_VALUE);
      column.append(value);
    }
  }

  private static final class Longs extends ColumnSink<LongColumn> {
    Longs(LongColumn column) {
      super(column, LEAST);
    }

    @Override
    void appendFrom(InternalRow row, int at) {
      add(row.getLong(at));
    }

    @Override
    void appendValue(Object value) {
      add((Long) value);
    }

    private void add(long value) {
      countLoss(value == Long.MIN_VALUE);
      column.append(value);
    }
  }

  private static final class Floats extends ColumnSink<FloatColumn> {
    Floats(FloatColumn column) {
      super(column, NOT_A_NUMBER);
    }

    @Override
    void appendFrom(InternalRow row, int at) {
      add(row.getFloat(at));
    }

    @Override
    void appendValue(Object value) {
      add((Float) value);
    }

    private void add(float value) {
      countLoss(Float.isNaN(value));
      column.append(value);
    }
  }

  private static final class Doubles extends ColumnSink<DoubleColumn> {
    Doubles(DoubleColumn column) {
      super(column, NOT_A_NUMBER);
    }

    @Override
    void appendFrom(InternalRow row, int at) {
      add(row.getDouble(at));
    }

    @Override
    void appendValue(Object value) {
      add((Double) value);
    }

    private void add(double value) {
      countLoss(Double.isNaN(value));
      column.append(value);
    }
  }

  private static final class Strings extends ColumnSink<StringColumn> {
    Strings(StringColumn column) {
      super(column, EMPTY);
    }

    @Override
    void appendFrom(InternalRow row, int at) {
      add(row.getUTF8String(at).toString());
    }

    @Override
    void appendValue(Object value) {
      add(value.toString());
    }

    private void add(String value) {
      countLoss(value.isEmpty());
      column.append(value);
    }
  }

  private static final class Dates extends ColumnSink<DateColumn> {
    Dates(DateColumn column) {
      super(column, "");
    }

    @Override
    void appendFrom(InternalRow row, int at) {
      column.append(LocalDate.ofEpochDay(row.getInt(at)));
    }

    @Override
    void appendValue(Object value) {
      column.append(value instanceof java.sql.Date date ? date.toLocalDate() : (LocalDate) value);
    }
  }

  private static final class Instants extends ColumnSink<InstantColumn> {
    Instants(InstantColumn column) {
      super(column, MILLIS);
    }

    @Override
    void appendFrom(InternalRow row, int at) {
      long micros = row.getLong(at);
      add(
          Instant.ofEpochSecond(
              Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1000));
    }

    @Override
    void appendValue(Object value) {
      add(value instanceof java.sql.Timestamp time ? time.toInstant() : (Instant) value);
    }

    private void add(Instant value) {
      countLoss(value.getNano() % 1_000_000 != 0);
      column.append(value);
    }
  }

  private static final class DateTimes extends ColumnSink<DateTimeColumn> {
    DateTimes(DateTimeColumn column) {
      super(column, MILLIS);
    }

    @Override
    void appendFrom(InternalRow row, int at) {
      long micros = row.getLong(at);
      add(
          LocalDateTime.ofEpochSecond(
              Math.floorDiv(micros, 1_000_000L),
              (int) Math.floorMod(micros, 1_000_000L) * 1000,
              ZoneOffset.UTC));
    }

    @Override
    void appendValue(Object value) {
      add((LocalDateTime) value);
    }

    private void add(LocalDateTime value) {
      countLoss(value.getNano() % 1_000_000 != 0);
      column.append(value);
    }
  }
}
