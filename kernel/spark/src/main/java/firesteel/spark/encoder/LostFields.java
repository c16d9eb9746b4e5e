package firesteel.spark.encoder;

import java.beans.PropertyDescriptor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the fields of a bean that a Dataset would lose, and warns in the cell. */
final class LostFields {
  private LostFields() {}

  /**
   * Warns in the running cell of a bean's fields that rows don't keep; silent when all are kept.
   */
  static void warn(Class<?> bean, PropertyDescriptor[] readable) {
    List<String> lost = in(bean, readable);
    if (!lost.isEmpty()) {
      tell(
          "Warning: a Dataset of "
              + TypeDescriptions.name(bean)
              + " loses "
              + String.join(", ", lost)
              + ".\nGive each field a getter and a setter (void setX), or make the class a record,"
              + " with "
              + TypeDescriptions.call(bean)
              + ".\n");
    }
  }

  private static void tell(String text) {
    try {
      CellWarning.write(text);
    } catch (NoClassDefFoundError e) {
      // In an executor or a server: the cell has been warned.
    }
  }

  /** Returns the lost fields, each with what is missing. */
  static List<String> in(Class<?> bean, PropertyDescriptor[] readable) {
    Map<String, PropertyDescriptor> properties =
        Arrays.stream(readable)
            .collect(Collectors.toMap(PropertyDescriptor::getName, Function.identity()));
    Set<String> methods =
        Stream.<Class<?>>iterate(bean, type -> type != Object.class, Class::getSuperclass)
            .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
            .map(method -> method.getName() + method.getParameterCount())
            .collect(Collectors.toSet());
    List<String> lost = new ArrayList<>();
    for (Class<?> type = bean; type != Object.class; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (TypeDescriptions.isData(field)) {
          missing(field, properties.get(field.getName()), methods)
              .ifPresent(missing -> lost.add(field.getName() + " (" + missing + ")"));
        }
      }
    }
    return lost;
  }

  private static Optional<String> missing(
      Field field, PropertyDescriptor property, Set<String> methods) {
    String name = field.getName();
    String capital = Character.toUpperCase(name.charAt(0)) + name.substring(1);
    if (property == null) {
      // A field that no method returns is internal to the object.
      boolean meant =
          Modifier.isPublic(field.getModifiers())
              || methods.contains(name + "0")
              || methods.contains("set" + capital + "1");
      return meant ? Optional.of("no getter") : Optional.empty();
    }
    if (property.getWriteMethod() != null) {
      return Optional.empty();
    }
    return Optional.of(
        methods.contains("set" + capital + "1")
            ? "its setter is not void"
            : "no setter: null or 0 in objects that come back");
  }
}
