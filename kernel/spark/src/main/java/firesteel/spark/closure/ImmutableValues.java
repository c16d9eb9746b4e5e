package firesteel.spark.closure;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Set;
import java.util.UUID;

/** Values that nobody can change in place, and that are told apart by {@code equals}. */
final class ImmutableValues {
  private static final Set<Class<?>> CLASSES =
      Set.of(
          Boolean.class,
          Byte.class,
          Short.class,
          Character.class,
          Integer.class,
          Long.class,
          Float.class,
          Double.class,
          String.class,
          BigInteger.class,
          BigDecimal.class,
          UUID.class);

  private ImmutableValues() {}

  static boolean contains(Object value) {
    return value == null
        || CLASSES.contains(value.getClass())
        || value.getClass().getPackageName().equals("java.time");
  }
}
