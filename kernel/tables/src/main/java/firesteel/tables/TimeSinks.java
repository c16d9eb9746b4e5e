package firesteel.tables;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.apache.spark.sql.catalyst.InternalRow;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.columns.Column;
import tech.tablesaw.columns.dates.DateColumnType;
import tech.tablesaw.columns.dates.PackedLocalDate;
import tech.tablesaw.columns.datetimes.DateTimeColumnType;
import tech.tablesaw.columns.datetimes.PackedLocalDateTime;
import tech.tablesaw.columns.instant.InstantColumnType;

/** Collects columns of dates and times, packed as Tablesaw packs them. */
final class TimeSinks {
  private static final String MILLIS = "%s times were cut to milliseconds";
  private static final long MICROS = 1_000_000;

  private TimeSinks() {}

  static final class Dates extends ColumnSink<int[]> {
    Dates(String name) {
      super(name, int.class, "");
    }

    @Override
    void putFrom(InternalRow row, int column, int[] values, int at) {
      values[at] = PackedLocalDate.pack(LocalDate.ofEpochDay(row.getInt(column)));
    }

    @Override
    void putValue(Object value, int[] values, int at) {
      values[at] =
          PackedLocalDate.pack(
              value instanceof java.sql.Date date ? date.toLocalDate() : (LocalDate) value);
    }

    @Override
    void putMissing(int[] values, int at) {
      values[at] = DateColumnType.missingValueIndicator();
    }

    @Override
    Column<?> column(String name, int[] values) {
      return DateColumn.createInternal(name, values);
    }
  }

  /** Collects dates with times, packed with their milliseconds. */
  private abstract static class DatesWithTimes extends ColumnSink<long[]> {
    DatesWithTimes(String name) {
      super(name, long.class, MILLIS);
    }

    final void put(LocalDateTime value, long[] values, int at) {
      noteLoss(value.getNano() % 1_000_000 != 0);
      values[at] = PackedLocalDateTime.pack(value);
    }
  }

  /** Collects instants, packed as their date and time in UTC. */
  static final class Instants extends DatesWithTimes {
    Instants(String name) {
      super(name);
    }

    @Override
    void putFrom(InternalRow row, int column, long[] values, int at) {
      put(utc(row.getLong(column)), values, at);
    }

    @Override
    void putValue(Object value, long[] values, int at) {
      Instant instant =
          value instanceof java.sql.Timestamp time ? time.toInstant() : (Instant) value;
      put(utc(instant.getEpochSecond(), instant.getNano()), values, at);
    }

    @Override
    void putMissing(long[] values, int at) {
      values[at] = InstantColumnType.missingValueIndicator();
    }

    @Override
    Column<?> column(String name, long[] values) {
      return InstantColumn.createInternal(name, values);
    }
  }

  static final class DateTimes extends DatesWithTimes {
    DateTimes(String name) {
      super(name);
    }

    @Override
    void putFrom(InternalRow row, int column, long[] values, int at) {
      put(utc(row.getLong(column)), values, at);
    }

    @Override
    void putValue(Object value, long[] values, int at) {
      put((LocalDateTime) value, values, at);
    }

    @Override
    void putMissing(long[] values, int at) {
      values[at] = DateTimeColumnType.missingValueIndicator();
    }

    @Override
    Column<?> column(String name, long[] values) {
      return DateTimeColumn.createInternal(name, values);
    }
  }

  private static LocalDateTime utc(long micros) {
    return utc(Math.floorDiv(micros, MICROS), (int) Math.floorMod(micros, MICROS) * 1000);
  }

  /**
   * Uses an offset: for a zone, older Javas compute the rules each time, which takes a fifth of the
   * whole time.
   */
  private static LocalDateTime utc(long seconds, int nanos) {
    return LocalDateTime.ofEpochSecond(seconds, nanos, ZoneOffset.UTC);
  }
}
