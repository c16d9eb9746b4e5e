package firesteel.sql;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.functions;

/** Converts Java values to what Spark accepts as parameters of a statement. */
final class SparkValues {
  /** Types that Spark accepts as they are. */
  private static final List<Class<?>> LITERALS =
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
          LocalDate.class,
          LocalDateTime.class,
          LocalTime.class,
          Instant.class,
          java.sql.Date.class,
          java.sql.Timestamp.class,
          Duration.class,
          Period.class,
          byte[].class,
          Column.class);

  private SparkValues() {}

  /**
   * Converts a value.
   *
   * @param value may be null
   * @throws IllegalArgumentException when Spark has no such type
   */
  static Object literal(Object value) {
    if (value instanceof Optional<?> optional) {
      return literal(optional.orElse(null));
    }
    List<?> elements = SqlBinder.elements(value);
    if (elements != null) {
      return functions.array(columns(elements));
    }
    if (value instanceof Map<?, ?> map) {
      List<Object> flat = new ArrayList<>();
      map.forEach((key, of) -> flat.addAll(java.util.Arrays.asList(key, of)));
      return functions.map(columns(flat));
    }
    return scalar(value);
  }

  private static Object scalar(Object value) {
    if (value == null || LITERALS.stream().anyMatch(type -> type.isInstance(value))) {
      return value;
    }
    if (value instanceof CharSequence || value instanceof UUID || value instanceof Character) {
      return value.toString();
    }
    if (value instanceof Enum<?> constant) {
      return constant.name();
    }
    if (value instanceof BigInteger integer) {
      return new BigDecimal(integer);
    }
    if (value instanceof OffsetDateTime time) {
      return time.toInstant();
    }
    if (value instanceof ZonedDateTime time) {
      return time.toInstant();
    }
    if (value instanceof java.util.Date date) {
      return date.toInstant();
    }
    throw new IllegalArgumentException(refusal(value));
  }

  private static String refusal(Object value) {
    return value instanceof Dataset<?>
        ? "a Dataset can't be bound as a value: give it a name with"
            + " createOrReplaceTempView(\"name\"), and write that name into the SQL"
        : "a value of the type "
            + value.getClass().getSimpleName()
            + " can't be bound: Spark takes strings, numbers, booleans, dates and times of"
            + " java.time, byte[], and lists, arrays and maps of these";
  }

  private static Column[] columns(List<?> values) {
    return values.stream()
        .map(SparkValues::literal)
        .map(literal -> literal instanceof Column column ? column : functions.lit(literal))
        .toArray(Column[]::new);
  }
}
