package firesteel.api.table;

import firesteel.api.display.PlainText;
import firesteel.api.display.RowReader;
import firesteel.api.display.TypeHierarchy;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Finds the reader for values that are rows: maps, records, beans, and registered types. */
public final class RowReaders {
  private final Map<Class<?>, RowReader<Object>> registered = new ConcurrentHashMap<>();

  /** Registers how values of a type, and of its subtypes, make a row. */
  public <T> void register(Class<T> type, RowReader<? super T> reader) {
    registered.put(type, value -> reader.read(type.cast(value)));
  }

  /** Returns the reader for the values of a class; empty when they aren't rows. */
  public Optional<RowReader<Object>> of(Class<?> type) {
    for (Class<?> parent : TypeHierarchy.of(type)) {
      RowReader<Object> reader = registered.get(parent);
      if (reader != null) {
        return Optional.of(reader);
      }
    }
    if (Map.class.isAssignableFrom(type)) {
      return Optional.of(RowReaders::readMap);
    }
    if (Map.Entry.class.isAssignableFrom(type)) {
      return Optional.of(RowReaders::readEntry);
    }
    Map<String, Method> getters = getters(type);
    return getters.isEmpty() && !type.isRecord()
        ? Optional.empty()
        : Optional.of(value -> readGetters(value, getters));
  }

  /**
   * Returns the declared types of the columns, as users write them; empty for maps and registered
   * types.
   */
  Map<String, String> types(Class<?> type) {
    Map<String, String> types = new LinkedHashMap<>();
    if (TypeHierarchy.of(type).stream().noneMatch(registered::containsKey)
        && !Map.class.isAssignableFrom(type)
        && !Map.Entry.class.isAssignableFrom(type)) {
      getters(type)
          .forEach((name, getter) -> types.put(name, simpleName(getter.getGenericReturnType())));
    }
    return types;
  }

  /** Returns the name of a type without packages and enclosing classes. */
  private static String simpleName(Type type) {
    return type.getTypeName().replaceAll("[\\w.$]*[.$](?=\\w)", "");
  }

  private static Map<String, Method> getters(Class<?> type) {
    return type.isRecord() ? recordGetters(type) : beanGetters(type);
  }

  private static Map<String, Object> readMap(Object value) {
    Map<String, Object> row = new LinkedHashMap<>();
    ((Map<?, ?>) value).forEach((k, v) -> row.put(PlainText.of(k), v));
    return row;
  }

  private static Map<String, Object> readEntry(Object value) {
    Map.Entry<?, ?> entry = (Map.Entry<?, ?>) value;
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("key", entry.getKey());
    row.put("value", entry.getValue());
    return row;
  }

  private static Map<String, Method> recordGetters(Class<?> type) {
    Map<String, Method> getters = new LinkedHashMap<>();
    for (RecordComponent component : type.getRecordComponents()) {
      getters.put(component.getName(), component.getAccessor());
    }
    return getters;
  }

  /**
   * Returns the getters of a bean in the sense of Spark's encoders: a class with a constructor
   * without parameters, and pairs of getter and setter. The JDK's own classes are values, not
   * beans.
   */
  private static Map<String, Method> beanGetters(Class<?> type) {
    boolean ofJdk =
        type.getClassLoader() == null
            || type.getClassLoader() == ClassLoader.getPlatformClassLoader();
    if (ofJdk || type.isEnum() || type.isArray() || !hasPlainConstructor(type)) {
      return Map.of();
    }
    Map<String, Method> getters = new TreeMap<>();
    for (Method method : type.getMethods()) {
      property(method)
          .filter(name -> hasSetter(type, name, method.getReturnType()))
          .ifPresent(name -> getters.put(uncapitalised(name), method));
    }
    return inOrderOfFields(type, getters);
  }

  private static boolean hasPlainConstructor(Class<?> type) {
    return !Modifier.isAbstract(type.getModifiers())
        && Arrays.stream(type.getDeclaredConstructors()).anyMatch(c -> c.getParameterCount() == 0);
  }

  private static Optional<String> property(Method method) {
    String name = method.getName();
    boolean getter = name.startsWith("get") && name.length() > 3;
    boolean question =
        name.startsWith("is") && name.length() > 2 && method.getReturnType() == boolean.class;
    if (method.getParameterCount() > 0
        || Modifier.isStatic(method.getModifiers())
        || !(getter || question)) {
      return Optional.empty();
    }
    return Optional.of(name.substring(getter ? 3 : 2));
  }

  private static boolean hasSetter(Class<?> type, String property, Class<?> valueType) {
    return Arrays.stream(type.getMethods())
        .anyMatch(
            m ->
                m.getName().equals("set" + property)
                    && Arrays.equals(m.getParameterTypes(), new Class<?>[] {valueType}));
  }

  /**
   * Sorts getters in the order of the fields: reflection returns fields in the order of the source,
   * but methods in no order.
   */
  private static Map<String, Method> inOrderOfFields(Class<?> type, Map<String, Method> getters) {
    Map<String, Method> ordered = new LinkedHashMap<>();
    for (Class<?> c = type; c != null; c = c.getSuperclass()) {
      for (var field : c.getDeclaredFields()) {
        Method getter = getters.remove(field.getName());
        if (getter != null) {
          ordered.put(field.getName(), getter);
        }
      }
    }
    ordered.putAll(getters);
    return ordered;
  }

  private static String uncapitalised(String name) {
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  private static Map<String, Object> readGetters(Object value, Map<String, Method> getters)
      throws Exception {
    Map<String, Object> row = new LinkedHashMap<>();
    for (Map.Entry<String, Method> getter : getters.entrySet()) {
      row.put(getter.getKey(), call(getter.getValue(), value));
    }
    return row;
  }

  private static Object call(Method getter, Object value) throws Exception {
    // a record or bean of a package that is not exported can still be shown when it lets us
    getter.trySetAccessible();
    try {
      return getter.invoke(value);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Exception thrown) {
        throw thrown;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e;
    }
  }
}
