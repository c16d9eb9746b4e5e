package firesteel.spark.encoder;

import java.lang.reflect.Modifier;
import java.lang.reflect.TypeVariable;
import java.util.Map;
import org.apache.spark.sql.catalyst.JavaTypeInference;

/** Explains why a type can't be a row or a part of one, and what to write instead. */
final class UnsupportedType {
  /** What to write instead of types of the JDK for which Spark has no column. */
  private static final Map<String, String> INSTEAD =
      Map.of(
          "java.util.Date", "java.time.Instant or LocalDate",
          "java.util.Calendar", "java.time.Instant",
          "java.time.ZonedDateTime", "an Instant, and a String for the zone",
          "java.time.OffsetDateTime", "an Instant, and a String for the offset",
          "java.time.LocalTime", "an int of seconds, or a String (this Spark has no times of day)",
          "java.time.Year", "int",
          "java.time.YearMonth", "LocalDate",
          "java.util.UUID", "String",
          "java.net.URI", "String",
          "java.lang.Object", "the type that it has");

  private UnsupportedType() {}

  static EncoderRefusedException typeVariable(TypeVariable<?> variable, String where) {
    Class<?> owner = (Class<?>) variable.getGenericDeclaration();
    return new EncoderRefusedException(
        "what " + variable.getName() + " is in " + where + " can't be seen from the class alone",
        TypeDescriptions.withArguments(owner));
  }

  static EncoderRefusedException rawType(Class<?> type, String where) {
    return new EncoderRefusedException(
        where + " is a " + TypeDescriptions.name(type) + " that doesn't say what it holds",
        Map.class.isAssignableFrom(type)
            ? "write its types, such as Map<String, Integer>."
            : "write its type, such as " + TypeDescriptions.name(type) + "<String>.");
  }

  static EncoderRefusedException container(Class<?> type, String instead, String where) {
    return new EncoderRefusedException(
        where
            + " is of type "
            + TypeDescriptions.name(type)
            + ", which can't be made from a column",
        "declare it as " + instead + ".");
  }

  static EncoderRefusedException optionalOfOptional(String where) {
    return new EncoderRefusedException(
        where
            + " is an Optional of an Optional, and a column has one way to be empty, which is null",
        "use one Optional, or a record that holds the inner one.");
  }

  static EncoderRefusedException recursive(Class<?> type, String where) {
    return new EncoderRefusedException(
        TypeDescriptions.name(type)
            + " contains itself ("
            + where
            + "), and the columns of a row are of a fixed depth",
        "keep a key in its place, such as int parent, and a row for each; or keep the whole as"
            + " bytes: Encoders.javaSerialization("
            + TypeDescriptions.name(type)
            + ".class), with a class that implements java.io.Serializable.");
  }

  static EncoderRefusedException sameName(Class<?> type, String one, String other) {
    return new EncoderRefusedException(
        one
            + " and "
            + other
            + " of "
            + TypeDescriptions.name(type)
            + " have one name to Spark, whose columns don't tell capital letters from small ones",
        "rename one of them.");
  }

  static EncoderRefusedException withoutProperties(Class<?> type, String where) {
    return new EncoderRefusedException(
        subject(type, where)
            + " has no bean properties (getX and setX), so that nothing of it would be kept",
        "make it a record: "
            + TypeDescriptions.asRecord(type)
            + ", with "
            + TypeDescriptions.call(type)
            + ".");
  }

  static EncoderRefusedException withoutConstructor(Class<?> type) {
    return new EncoderRefusedException(
        "the bean "
            + TypeDescriptions.name(type)
            + " has no constructor without parameters, by which rows would become objects again",
        "add public " + TypeDescriptions.name(type) + "() {}, or make it a record.");
  }

  /** Whether a class is a user's, and has properties. */
  static boolean isBean(Class<?> type) {
    return !type.isPrimitive()
        && !type.isArray()
        && !type.isInterface()
        && !isOfLibrary(type)
        && JavaTypeInference.getJavaBeanReadableProperties(type).length > 0;
  }

  /** Refuses a class that can't be a bean. */
  static void asBean(Class<?> type, String where) {
    if (type.isInterface() || Modifier.isAbstract(type.getModifiers())) {
      throw new EncoderRefusedException(
          subject(type, where)
              + " can be of several classes, and Spark's rows have the columns of one",
          "use one record that has the components of all, with an enum for the kind; or keep"
              + " objects as bytes: Encoders.javaSerialization("
              + TypeDescriptions.name(type)
              + ".class), with classes that implement java.io.Serializable.");
    }
    if (isOfLibrary(type)) {
      String instead = INSTEAD.get(type.getName());
      throw new EncoderRefusedException(
          subject(type, where) + " is of a type that Spark has no column for",
          instead == null
              ? "use a type that it has: numbers, String, dates and times, collections, records."
              : "use " + instead + ".");
    }
    boolean inner = type.getEnclosingClass() != null && !Modifier.isStatic(type.getModifiers());
    if (inner && !type.isLocalClass()) {
      throw new EncoderRefusedException(
          "the class "
              + TypeDescriptions.name(type)
              + " is an inner one, whose objects need one of "
              + TypeDescriptions.name(type.getEnclosingClass()),
          "declare it static, or make it a record.");
    }
  }

  private static boolean isOfLibrary(Class<?> type) {
    String name = type.getName();
    return name.startsWith("java.")
        || name.startsWith("javax.")
        || name.startsWith("scala.")
        || name.startsWith("org.apache.spark.");
  }

  /** Refuses a class that Spark's generated code can't access. */
  static void unlessVisible(Class<?> type) {
    if (!Modifier.isPublic(type.getModifiers())) {
      throw new EncoderRefusedException(
          "the "
              + TypeDescriptions.kind(type)
              + " "
              + TypeDescriptions.name(type)
              + " is not public, and code that Spark makes for its rows can't use it",
          "declare it public.");
    }
  }

  private static String subject(Class<?> type, String where) {
    String name = TypeDescriptions.name(type);
    return where.equals(name)
        ? "the " + TypeDescriptions.kind(type) + " " + name
        : where + ", the " + TypeDescriptions.kind(type) + " " + name + ",";
  }
}
