package firesteel.spark.closure;

import java.io.NotSerializableException;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaRDDLike;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;

/**
 * Recognizes objects that work in the driver only. Many can be serialized but are broken on
 * arrival, so they are refused by their type.
 */
final class DriverOnlyTypes {
  private static final Map<Class<?>, String> TYPES =
      Map.of(
          SparkSession.class, "a SparkSession",
          Dataset.class, "a Dataset",
          SparkContext.class, "a SparkContext",
          JavaSparkContext.class, "a JavaSparkContext",
          JavaRDDLike.class, "an RDD");

  private static final int MAX_OBJECTS = 5000;
  private static final int NO_PART = Modifier.STATIC | Modifier.TRANSIENT;

  private DriverOnlyTypes() {}

  /**
   * Describes a driver-only object; empty for any other. RDDs are allowed: they are parts of tasks.
   */
  static Optional<String> nameOf(Object object) {
    if (object == null) {
      return Optional.empty();
    }
    return TYPES.entrySet().stream()
        .filter(type -> type.getKey().isInstance(object))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** Describes a driver-only value of a variable; empty for any other value. */
  static Optional<String> nameOfValue(Object value) {
    return value instanceof RDD ? Optional.of("an RDD") : nameOf(value);
  }

  /**
   * Finds a driver-only object within a value: in collections, arrays, records and objects of the
   * notebook's classes. Looks at the first few thousand objects. Without this a Dataset of Spark
   * Connect would silently become null.
   */
  static Optional<Object> within(Object value) {
    Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Object> waiting = new ArrayDeque<>();
    add(value, waiting);
    while (!waiting.isEmpty() && seen.size() < MAX_OBJECTS) {
      Object next = waiting.remove();
      if (nameOfValue(next).isPresent()) {
        return Optional.of(next);
      }
      if (seen.add(next)) {
        addParts(next, waiting);
      }
    }
    return Optional.empty();
  }

  private static void addParts(Object object, Deque<Object> waiting) {
    try {
      parts(object).limit(MAX_OBJECTS).forEach(part -> add(part, waiting));
    } catch (RuntimeException e) {
      // Another thread changes the collection, or it is unusual: serialization reports more.
    }
  }

  private static void add(Object part, Deque<Object> waiting) {
    if (part != null) {
      waiting.add(part);
    }
  }

  private static Stream<?> parts(Object object) {
    if (object instanceof Collection<?> collection) {
      return collection.stream();
    }
    if (object instanceof Map<?, ?> map) {
      return Stream.concat(map.keySet().stream(), map.values().stream());
    }
    if (object instanceof Object[] array) {
      return Arrays.stream(array);
    }
    return CodeNames.isNotebook(object.getClass().getName())
        ? Arrays.stream(object.getClass().getDeclaredFields())
            .filter(field -> (field.getModifiers() & NO_PART) == 0)
            .map(field -> valueOf(field, object))
        : Stream.empty();
  }

  private static Object valueOf(Field field, Object object) {
    try {
      field.setAccessible(true);
      return field.get(object);
    } catch (ReflectiveOperationException | RuntimeException e) {
      return null;
    }
  }

  static void refuse(Object object) throws NotSerializableException {
    if (object instanceof SparkSession || object instanceof Dataset) {
      throw new NotSerializableException(object.getClass().getName());
    }
  }

  static void refuseCaptured(Object object, SerializedLambda lambda)
      throws NotSerializableException {
    if (nameOfValue(object).isPresent()) {
      throw new CapturedByLambda(nameOfValue(object).get(), lambda);
    }
  }

  /** A lambda captures a driver-only object in a local variable or a parameter. */
  static final class CapturedByLambda extends NotSerializableException {
    private static final long serialVersionUID = 1L;

    final String what;
    final String method;
    final String owner;

    CapturedByLambda(String what, SerializedLambda lambda) {
      super(what);
      this.what = what;
      this.owner = CodeNames.binary(lambda.getImplClass());
      this.method = lambda.getImplMethodName() + lambda.getImplMethodSignature();
    }
  }
}
