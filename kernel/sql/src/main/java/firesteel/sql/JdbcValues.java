package firesteel.sql;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Optional;

/** Converts Java values to what drivers accept as parameters of a statement. */
final class JdbcValues {
  private static final List<Class<?>> AS_THEY_ARE =
      List.of(
          String.class,
          Boolean.class,
          Byte.class,
          Short.class,
          Integer.class,
          Long.class,
          Float.class,
          Double.class,
          BigDecimal.class,
          byte[].class,
          java.util.UUID.class,
          java.sql.Date.class,
          java.sql.Time.class,
          java.sql.Timestamp.class);

  private static final List<Class<?>> TIMES =
      List.of(LocalDate.class, LocalDateTime.class, LocalTime.class, OffsetDateTime.class);

  private JdbcValues() {}

  /**
   * Converts a value.
   *
   * @param value may be null
   * @param timesAsText whether the database has no types for dates and times, like SQLite
   * @throws IllegalArgumentException when no driver takes such a type
   */
  static Object of(Object value, boolean timesAsText) {
    if (value instanceof Optional<?> optional) {
      return of(optional.orElse(null), timesAsText);
    }
    if (value instanceof Instant instant) {
      return of(instant.atOffset(ZoneOffset.UTC), timesAsText);
    }
    if (value instanceof ZonedDateTime zoned) {
      return of(zoned.toOffsetDateTime(), timesAsText);
    }
    if (value instanceof Temporal && TIMES.contains(value.getClass())) {
      return timesAsText ? value.toString() : value;
    }
    if (value == null || AS_THEY_ARE.contains(value.getClass())) {
      return value;
    }
    if (value instanceof CharSequence || value instanceof Character) {
      return value.toString();
    }
    if (value instanceof Enum<?> constant) {
      return constant.name();
    }
    if (value instanceof BigInteger integer) {
      return new BigDecimal(integer);
    }
    if (value.getClass() == java.util.Date.class) {
      return of(((java.util.Date) value).toInstant(), timesAsText);
    }
    throw new IllegalArgumentException(
        SqlBinder.elements(value) != null
            ? "a collection can only be bound directly within IN (...): x IN (${list})"
            : "a value of the type "
                + value.getClass().getSimpleName()
                + " can't be bound: a database takes strings, numbers, booleans, dates and times of"
                + " java.time, and byte[]");
  }

  /** Sets a parameter; positions count from 1. */
  static void set(PreparedStatement statement, int position, Object value) throws SQLException {
    if (value == null) {
      statement.setNull(position, Types.NULL);
    } else {
      statement.setObject(position, value);
    }
  }
}
