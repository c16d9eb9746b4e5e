package firesteel.spark.encoder;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.commons.lang3.ClassUtils;
import org.apache.commons.lang3.reflect.TypeUtils;

/** What is said of classes, as their writer knows them. */
final class TypeWords {
  private TypeWords() {}

  /** A class's name without its package and without the cell that holds it. */
  static String name(Class<?> type) {
    return type.getSimpleName().isEmpty() ? type.getTypeName() : type.getSimpleName();
  }

  /** A type with its arguments. */
  static String name(Type type) {
    return type instanceof Class<?> known
        ? name(known)
        : TypeUtils.toString(type).replaceAll("[\\w$]+[.$](?=\\w)", "");
  }

  /** An enum, a record, an interface or a class. */
  static String kind(Class<?> type) {
    String sealed = type.isSealed() ? "sealed " : "";
    if (type.isInterface()) {
      return sealed + "interface";
    }
    if (type.isRecord()) {
      return "record";
    }
    return sealed + (Modifier.isAbstract(type.getModifiers()) ? "abstract class" : "class");
  }

  /** The class written as a record: its fields are the components. */
  static String asRecord(Class<?> type) {
    String components =
        Arrays.stream(type.getDeclaredFields())
            .filter(TypeWords::isData)
            .map(field -> name(field.getGenericType()) + " " + field.getName())
            .collect(Collectors.joining(", "));
    return "record " + name(type) + "(" + components + ") {}";
  }

  /** Whether a field holds a part of an object's state. */
  static boolean isData(Field field) {
    return (field.getModifiers() & (Modifier.STATIC | Modifier.TRANSIENT)) == 0
        && !field.isSynthetic();
  }

  /** The call of {@code encoder} for a class, with its type arguments to be filled in. */
  static String call(Class<?> type) {
    return "encoder(" + name(type) + ".class)";
  }

  /** How {@code encoder} is told what a generic class holds. */
  static String withArguments(Class<?> type) {
    int parameters = type.getTypeParameters().length;
    if (parameters == 0) {
      return "write " + call(type) + ".";
    }
    String types = parameters == 1 ? "String" : "String, Integer" + ", Long".repeat(parameters - 2);
    return "say it: Encoder<"
        + name(type)
        + "<"
        + types
        + ">> e = encoder("
        + name(type)
        + ".class, "
        + types.replaceAll("(\\w+)", "$1.class")
        + ").";
  }

  static String nullInPrimitive(Class<?> owner, String field, Class<?> primitive) {
    return "the column "
        + field
        + " has a null, and "
        + field
        + " of "
        + name(owner)
        + " is of type "
        + primitive.getName()
        + ", which can't be null; "
        + name(ClassUtils.primitiveToWrapper(primitive))
        + " can";
  }
}
