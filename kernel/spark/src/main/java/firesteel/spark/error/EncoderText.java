package firesteel.spark.error;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes encoders as Java expressions. */
final class EncoderText {
  private static final Map<String, String> OF_SPARK =
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

  private static final Pattern CLASS = Pattern.compile("([\\w.\\P{ASCII}]+)\\s*\\.\\s*class");

  private static final Pattern REFERENCE = Pattern.compile("\\s*Encoders\\s*::\\s*\\w+\\s*");

  private EncoderText() {}

  /** Returns the encoder of a type, which may have type arguments. */
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

  /** Whether an expression names a method of Encoders without calling it. */
  static boolean isReference(String expression) {
    return REFERENCE.matcher(expression).matches();
  }

  /** Returns the type that a class literal names. */
  static Optional<String> typeOfLiteral(String expression) {
    Matcher literal = CLASS.matcher(expression);
    return literal.matches() ? Optional.of(literal.group(1)) : Optional.empty();
  }
}
