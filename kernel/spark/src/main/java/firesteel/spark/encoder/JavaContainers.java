package firesteel.spark.encoder;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Chooses the collection or map class that is read from a column for a declared type. */
final class JavaContainers {
  /** Classes that keep what was put in: order and nulls. */
  private static final List<Class<?>> COLLECTIONS =
      List.of(ArrayList.class, LinkedHashSet.class, TreeSet.class, LinkedList.class);

  private static final List<Class<?>> MAPS =
      List.of(
          LinkedHashMap.class, TreeMap.class, ConcurrentHashMap.class, ConcurrentSkipListMap.class);

  private JavaContainers() {}

  /** Whether a class is a collection; {@code Iterable} counts, its other subtypes do not. */
  static boolean isCollection(Class<?> type) {
    return type == Iterable.class || Collection.class.isAssignableFrom(type);
  }

  /** Returns the class to create where a collection is declared; empty when none can be created. */
  @SuppressWarnings("unchecked")
  static Optional<Class<? extends Collection<?>>> collection(Class<?> declared) {
    return made(declared, COLLECTIONS).map(type -> (Class<? extends Collection<?>>) type);
  }

  /** Returns the class to create where a map is declared. */
  @SuppressWarnings("unchecked")
  static Optional<Class<? extends Map<?, ?>>> map(Class<?> declared) {
    return made(declared, MAPS).map(type -> (Class<? extends Map<?, ?>>) type);
  }

  private static Optional<Class<?>> made(Class<?> declared, List<Class<?>> usual) {
    if (!declared.isInterface() && !Modifier.isAbstract(declared.getModifiers())) {
      boolean isMade =
          Arrays.stream(declared.getConstructors())
              .anyMatch(constructor -> constructor.getParameterCount() == 0);
      return isMade ? Optional.of(declared) : Optional.empty();
    }
    return usual.stream().filter(declared::isAssignableFrom).findFirst();
  }
}
