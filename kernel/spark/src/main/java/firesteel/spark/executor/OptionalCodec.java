package firesteel.spark.executor;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import scala.Option;

/** Stores an optional value as Scala's; both are null in a column when they are empty. */
public final class OptionalCodec extends ValueCodec<Object, Option<Object>> {
  private static final long serialVersionUID = 1L;

  private final Class<?> type;

  /**
   * Creates a codec.
   *
   * @param type {@link Optional} or one of its three primitive forms
   */
  public OptionalCodec(Class<?> type) {
    this.type = type;
  }

  @Override
  Option<Object> toColumn(Object value) {
    if (value instanceof OptionalInt number) {
      return number.isPresent() ? Option.apply(number.getAsInt()) : Option.empty();
    }
    if (value instanceof OptionalLong number) {
      return number.isPresent() ? Option.apply(number.getAsLong()) : Option.empty();
    }
    if (value instanceof OptionalDouble number) {
      return number.isPresent() ? Option.apply(number.getAsDouble()) : Option.empty();
    }
    return Option.apply(((Optional<?>) value).orElse(null));
  }

  @Override
  Object fromColumn(Option<Object> value) {
    if (type == OptionalInt.class) {
      return value.isEmpty() ? OptionalInt.empty() : OptionalInt.of((Integer) value.get());
    }
    if (type == OptionalLong.class) {
      return value.isEmpty() ? OptionalLong.empty() : OptionalLong.of((Long) value.get());
    }
    if (type == OptionalDouble.class) {
      return value.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of((Double) value.get());
    }
    return value.isEmpty() ? Optional.empty() : Optional.of(value.get());
  }
}
