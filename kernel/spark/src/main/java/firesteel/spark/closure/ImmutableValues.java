package firesteel.spark.closure;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells which values several readers may share in one copy. */
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

  private static final Set<String> INTERNAL_NAMES =
      CLASSES.stream().map(c -> c.getName().replace('.', '/')).collect(Collectors.toSet());

  /**
   * The classes of {@code List.of} and its like are private to the JDK, so they are known by name.
   */
  private static final String IMMUTABLE_COLLECTION = "java.util.ImmutableCollections$";

  /** Excludes collections that reading changes, and those with a comparator of the user's. */
  private static final Set<Class<?>> COLLECTIONS =
      Set.of(
          ArrayList.class,
          HashMap.class,
          HashSet.class,
          LinkedHashSet.class,
          Arrays.asList().getClass());

  private ImmutableValues() {}

  /** Whether a value is like a number: immutable, and never compared by identity. */
  static boolean isSimple(Object value) {
    return value == null
        || CLASSES.contains(value.getClass())
        || value.getClass().getPackageName().equals("java.time");
  }

  /** Whether all values of a class, by its internal name, are as {@link #isSimple} says. */
  static boolean isClass(String internalName) {
    return INTERNAL_NAMES.contains(internalName);
  }

  /** Whether nobody can change a value in place. */
  static boolean contains(Object value) {
    if (isSimple(value) || value instanceof Enum) {
      return true;
    }
    if (value.getClass().getName().startsWith(IMMUTABLE_COLLECTION)) {
      return elements(value).allMatch(ImmutableValues::isElement);
    }
    return value instanceof Record && hasImmutableComponents(value.getClass());
  }

  /** Whether a value stays the same as long as everybody only reads from it. */
  static boolean isReadable(Object value) {
    if (value.getClass().isArray()) {
      return value.getClass().getComponentType().isPrimitive()
          || Arrays.stream((Object[]) value).allMatch(ImmutableValues::isElement);
    }
    return COLLECTIONS.contains(value.getClass())
        && elements(value).allMatch(ImmutableValues::isElement);
  }

  /** Whether two immutable values are the same. */
  static boolean same(Object one, Object other) {
    return one == other || isSimple(one) && Objects.equals(one, other);
  }

  private static boolean isElement(Object value) {
    return isSimple(value) || value instanceof Enum;
  }

  private static Stream<?> elements(Object collection) {
    return collection instanceof Map<?, ?> map
        ? Stream.concat(map.keySet().stream(), map.values().stream())
        : ((Collection<?>) collection).stream();
  }

  /** Judges by the components' types: to read their values would run the notebook's code. */
  private static boolean hasImmutableComponents(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .map(RecordComponent::getType)
        .allMatch(c -> c.isPrimitive() || c.isEnum() || CLASSES.contains(c));
  }
}
