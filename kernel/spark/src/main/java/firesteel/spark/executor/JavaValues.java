package firesteel.spark.executor;

import java.lang.reflect.Array;
import java.sql.Date;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Converts the Scala collections that Spark passes to a UDF into Java's; only nested collections
 * among their elements are converted too.
 */
final class JavaValues {
  private JavaValues() {}

  /**
   * Converts a value to a class.
   *
   * @param made the class of a collection, a map, an array or {@code Optional}; collections and
   *     maps have a constructor without parameters
   */
  @SuppressWarnings("unchecked")
  static Object of(Object value, Class<?> made) {
    if (made == Optional.class) {
      return Optional.ofNullable(inner(value));
    }
    if (value instanceof scala.collection.Map<?, ?> map) {
      return Map.class.isAssignableFrom(made)
          ? map(map, (Map<Object, Object>) NewInstance.of(made))
          : value;
    }
    if (value instanceof scala.collection.Iterable<?> items) {
      if (made.isArray()) {
        return array(items, made.getComponentType());
      }
      return Collection.class.isAssignableFrom(made)
          ? collection(items, (Collection<Object>) NewInstance.of(made))
          : value;
    }
    return value;
  }

  private static Object inner(Object value) {
    if (value instanceof scala.collection.Map<?, ?>) {
      return of(value, LinkedHashMap.class);
    }
    if (value instanceof Date || value instanceof Timestamp) {
      // Comparing such a value with a LocalDate would not fail, only never be equal.
      String modern = value instanceof Date ? "LocalDate" : "Instant";
      throw new IllegalArgumentException(
          "a lambda doesn't tell whether its List, Map or Optional holds "
              + value.getClass().getName()
              + " or "
              + modern
              + "; take an array, such as "
              + modern
              + "[], or name a method that takes what you want: MyClass::method");
    }
    return of(value, ArrayList.class);
  }

  private static Object map(scala.collection.Map<?, ?> map, Map<Object, Object> made) {
    CollectionConverters.asJava(map).forEach((key, held) -> made.put(inner(key), inner(held)));
    return made;
  }

  private static Object collection(
      scala.collection.Iterable<?> items, Collection<Object> collection) {
    CollectionConverters.asJava(items).forEach(item -> collection.add(inner(item)));
    return collection;
  }

  private static Object array(scala.collection.Iterable<?> items, Class<?> component) {
    List<Object> list = new ArrayList<>();
    CollectionConverters.asJava(items)
        .forEach(item -> list.add(component.isArray() ? of(item, component) : inner(item)));
    Object array = Array.newInstance(component, list.size());
    for (int i = 0; i < list.size(); i++) {
      Array.set(array, i, list.get(i));
    }
    return array;
  }
}
