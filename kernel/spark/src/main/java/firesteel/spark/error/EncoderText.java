package firesteel.spark.error;

import java.util.Map;
<<<<<<< HEAD
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Encoders, as they are written in a cell. */
final class EncoderText {
  private static final Map<String, String> OF_SPARK =
=======

/** How the encoder of a type is written. */
final class EncoderText {
  private static final Map<String, String> ENCODERS =
>>>>>>> f2776aa (Hints for Spark's Java API by what they are about; more habits of PySpark, Scala, pandas and SQL; loops that compile; no lambda's internal name)
      Map.of(
          "Integer", "INT",
          "Long", "LONG",
          "Short", "SHORT",
          "Byte", "BYTE",
          "Double", "DOUBLE",
          "Float", "FLOAT",
          "Boolean", "BOOLEAN",
          "String", "STRING",
          "BigDecimal", "DECIMAL",
          "LocalDate", "LOCALDATE");

<<<<<<< HEAD
  private static final Pattern CLASS = Pattern.compile("([\\w.\\P{ASCII}]+)\\s*\\.\\s*class");

  private static final Pattern REFERENCE = Pattern.compile("\\s*Encoders\\s*::\\s*\\w+\\s*");

  private EncoderText() {}

  /** The encoder of a type, which may have type arguments. */
  static String of(String type) {
    TypeText parts = TypeText.parse(type);
    String name = OF_SPARK.get(parts.name());
    return name != null
        ? "Encoders." + name + "()"
        : Stream.concat(
                Stream.of(parts.name()),
                parts.arguments().stream().map(argument -> TypeText.parse(argument).name()))
            .map(each -> each + ".class")
            .collect(Collectors.joining(", ", "encoder(", ")"));
  }

  /** Whether an expression is a method of Encoders, not called. */
  static boolean isReference(String expression) {
    return REFERENCE.matcher(expression).matches();
  }

  /** The type that a class literal names. */
  static Optional<String> typeOfLiteral(String expression) {
    Matcher literal = CLASS.matcher(expression);
    return literal.matches() ? Optional.of(literal.group(1)) : Optional.empty();
=======
  private EncoderText() {}

  /** The encoder of a type that is named without its package. */
  static String of(String type) {
    String name = ENCODERS.get(type);
    return name != null ? "Encoders." + name + "()" : "encoder(" + type + ".class)";
>>>>>>> f2776aa (Hints for Spark's Java API by what they are about; more habits of PySpark, Scala, pandas and SQL; loops that compile; no lambda's internal name)
  }
}
