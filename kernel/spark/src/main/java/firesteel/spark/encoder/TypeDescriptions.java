package firesteel.spark.encoder;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.commons.lang3.reflect.TypeUtils;

/** Describes classes in messages as their author knows them. */
final class TypeDescriptions {
  private static final int MAX_CONSTANTS = 12;

  private TypeDescriptions() {}

  /** Returns a class's name without its package and without the cell that holds it. */
  static String name(Class<?> type) {
    return type.getSimpleName().isEmpty() ? type.getTypeName() : type.getSimpleName();
  }

  /** Returns a type's name with its arguments. */
  static String name(Type type) {
    return type instanceof Class<?> known
        ? name(known)
        : TypeUtils.toString(type).replaceAll("[\\w$]+[.$](?=\\w)", "");
  }

  /** Returns the kind of a class: an enum, a record, an interface or a class. */
  static String kind(Class<?> type) {
    String sealed = type.isSealed() ? "sealed " : "";
    if (type.isInterface()) {
      return sealed + "interface";
    }
    if (type.isRecord()) {
      return "record";
    }
    if (type.isEnum()) {
      return "enum";
    }
    return sealed + (Modifier.isAbstract(type.getModifiers()) ? "abstract class" : "class");
  }

  /** Returns the class written as a record: its fields are the components. */
  static String asRecord(Class<?> type) {
    String components =
        Arrays.stream(type.getDeclaredFields())
            .filter(TypeDescriptions::isData)
            .map(field -> name(field.getGenericType()) + " " + field.getName())
            .collect(Collectors.joining(", "));
    return "record " + name(type) + "(" + components + ") {}";
  }

  /** Whether a field holds a part of an object's state. */
  static boolean isData(Field field) {
    return (field.getModifiers() & (Modifier.STATIC | Modifier.TRANSIENT)) == 0
        && !field.isSynthetic();
  }

  /** Returns the call of {@code encoder} for a class, with its type arguments to be filled in. */
  static String call(Class<?> type) {
    return "encoder(" + name(type) + ".class)";
  }

  /** Returns how {@code encoder} is told the type arguments of a generic class. */
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

  /** Says what is wrong when a column has a null and the field can't. */
  static String nullInPrimitive(String owner, String field, String type) {
    return "the column "
        + field
        + " has a null, and "
        + field
        + " of "
        + owner
        + " is of type "
        + type
        + ", which can't be null";
  }

  /** Says how to let the field have nulls. */
  static String nullAllowed(String field, String type) {
    return "declare "
        + boxed(type)
        + " "
        + field
        + ", or leave such rows out:"
        + " filter(col(\""
        + field
        + "\").isNotNull()).";
  }

  /** Says what is wrong when a column's text names no constant of an enum. */
  static String noConstant(Class<?> type, String name) {
    Object[] constants = type.getEnumConstants();
    String known =
        Arrays.stream(constants)
            .limit(MAX_CONSTANTS)
            .map(constant -> ((Enum<?>) constant).name())
            .collect(Collectors.joining(", "));
    return name
        + ", and the enum "
        + name(type)
        + " has "
        + known
        + (constants.length > MAX_CONSTANTS ? ", ..." : "");
  }

  /** Says what to write when a column's text names no constant of an enum. */
  static String constantAllowed(Class<?> type, String name) {
    return "add "
        + name
        + " to "
        + name(type)
        + ", leave such rows out with filter, or take a String in its place.";
  }

  /** Returns the class of a primitive type that can be null; any other type itself. */
  private static String boxed(String type) {
    return switch (type) {
      case "int" -> "Integer";
      case "char" -> "Character";
      case "long", "short", "byte", "double", "float", "boolean" ->
          Character.toUpperCase(type.charAt(0)) + type.substring(1);
      default -> type;
    };
  }
}
