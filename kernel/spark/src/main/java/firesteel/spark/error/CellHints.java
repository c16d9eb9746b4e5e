package firesteel.spark.error;

import firesteel.api.error.CompileProblem;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.Row;

/**
 * Corrects uses of a Row's values, which have the type Object in Java until they are read by their
 * type.
 */
final class CellHints {
  private static final Pattern OF_OBJECT =
      Pattern.compile(
          "symbol:\\s+(?:variable|method) (\\w+)[\\s\\S]*class java\\.lang\\.Object\\s*$");
  private static final Pattern OPERANDS =
      Pattern.compile(
          "binary operator '(\\S+)'\\s+first type:\\s+(\\S+)\\s+second type:\\s+(\\S+)");

  /** The type of the value that each method of a Row returns. */
  private static final Map<String, String> GETTERS =
      Map.ofEntries(
          Map.entry("getString", "String"),
          Map.entry("getInt", "Integer"),
          Map.entry("getLong", "Long"),
          Map.entry("getDouble", "Double"),
          Map.entry("getFloat", "Float"),
          Map.entry("getShort", "Short"),
          Map.entry("getByte", "Byte"),
          Map.entry("getBoolean", "Boolean"),
          Map.entry("getDecimal", "java.math.BigDecimal"),
          Map.entry("getDate", "java.sql.Date"),
          Map.entry("getTimestamp", "java.sql.Timestamp"),
          Map.entry("getLocalDate", "java.time.LocalDate"),
          Map.entry("getInstant", "java.time.Instant"),
          Map.entry("getStruct", "Row"));

  /** Types that values have, tried in this order for a method that is called on one. */
  private static final List<Class<?>> OF_CELLS =
      List.of(
          String.class,
          Row.class,
          java.math.BigDecimal.class,
          java.sql.Timestamp.class,
          java.sql.Date.class);

  private final ExpressionTypes types;

  CellHints(ExpressionTypes types) {
    this.types = types;
  }

  Optional<String> hint(CompileProblem problem) {
    ProblemText text = ProblemText.of(problem);
    return switch (problem.code()) {
      case "compiler.err.cant.resolve.location", "compiler.err.cant.resolve.location.args" ->
          ofMember(problem, text);
      case "compiler.err.prob.found.req" -> ofValue(problem, text);
      case "compiler.err.operator.cant.be.applied.1" -> ofOperand(problem, text);
      default -> Optional.empty();
    };
  }

  private Optional<String> ofMember(CompileProblem problem, ProblemText text) {
    Matcher symbol = OF_OBJECT.matcher(problem.message());
    if (!symbol.find() || text.receiver().isEmpty()) {
      return Optional.empty();
    }
    String name = symbol.group(1);
    String arguments =
        CallText.at(text.source(), text.position())
            .map(call -> "(" + String.join(", ", call.arguments()) + ")")
            .orElse("()");
    return OF_CELLS.stream()
        .filter(type -> has(type, name))
        .findFirst()
        .flatMap(type -> typed(text.receiver().get(), type))
        .map(found -> "write " + found + "." + name + arguments);
  }

  private Optional<String> ofValue(CompileProblem problem, ProblemText text) {
    return Conversion.of(problem, text).flatMap(conversion -> ofConversion(conversion, text));
  }

  private Optional<String> ofConversion(Conversion conversion, ProblemText text) {
    String value = conversion.value();
    String from = conversion.from();
    TypeText to = conversion.to();
    if (from.equals("java.lang.Object")) {
      return ofCell(value, to.name());
    }
    if (from.endsWith(".Row") && GETTERS.containsValue(boxed(to.name()))) {
      return Optional.of("a row has cells: write " + value + "." + getterOf(to.name()) + "(0)");
    }
    return from.equals("java.lang.String") && to.name().equals("int")
        ? ofName(text)
        : Optional.empty();
  }

  /** Returns an expression that reads a row's value, with its type. */
  private Optional<String> typed(String expression, Class<?> type) {
    String name = type == String.class || type == Row.class ? type.getSimpleName() : type.getName();
    return CallText.last(expression)
        .filter(call -> types.mayBe(call.receiver().orElseThrow(), "Row"))
        .flatMap(
            call ->
                switch (call.method()) {
                  case "getAs" -> Optional.of(asTyped(call, name));
                  case "get" ->
                      GETTERS.entrySet().stream()
                          .filter(getter -> getter.getValue().equals(name))
                          .findFirst()
                          .map(getter -> getter(call, getter.getKey()));
                  default -> Optional.empty();
                });
  }

  private static String asTyped(CallText call, String type) {
    return "%s.<%s>getAs(%s)"
        .formatted(
            call.receiver().map(ProblemText::plain).orElse(""),
            type,
            String.join(", ", call.arguments()));
  }

  private static String getter(CallText call, String method) {
    return new CallText(call.receiver(), method, call.arguments()).with(call.arguments());
  }

  /** Returns an expression that reads a row's value with a method of its type. */
  private Optional<String> ofCell(String expression, String type) {
    return CallText.last(expression)
        .filter(call -> call.method().equals("get") && call.arguments().size() == 1)
        .filter(call -> types.isRow(call.receiver().orElseThrow()))
        .map(
            call ->
                "write "
                    + getter(call, GETTERS.containsValue(boxed(type)) ? getterOf(type) : "getAs"));
  }

  /** Corrects reads by name: values are read by number, or by name and type. */
  private Optional<String> ofName(ProblemText text) {
    return CallText.holding(text.source(), text.start())
        .filter(call -> call.receiver().filter(on -> types.mayBe(on, "Row")).isPresent())
        .flatMap(
            call ->
                GETTERS.containsKey(call.method())
                    ? Optional.of("write " + asTyped(call, GETTERS.get(call.method())))
                    : switch (call.method()) {
                      case "get" ->
                          types.isRow(call.receiver().orElseThrow())
                              ? Optional.of("write " + getter(call, "getAs"))
                              : Optional.<String>empty();
                      case "isNullAt" ->
                          Optional.of(
                              "write %1$s.isNullAt(%1$s.fieldIndex(%2$s))"
                                  .formatted(
                                      call.receiver().orElseThrow(), call.arguments().get(0)));
                      default -> Optional.<String>empty();
                    });
  }

  /** Corrects arithmetic with a value whose type isn't given. */
  private Optional<String> ofOperand(CompileProblem problem, ProblemText text) {
    Matcher operands = OPERANDS.matcher(problem.message());
    if (!operands.find() || text.start() >= text.position() || text.position() >= text.end()) {
      return Optional.empty();
    }
    String operator = operands.group(1);
    boolean isLeft = operands.group(2).equals("java.lang.Object");
    int right = Math.min(text.end(), text.position() + operator.length());
    String cell =
        ProblemText.plain(
            isLeft
                ? text.source().substring(text.start(), text.position())
                : text.source().substring(right, text.end()));
    if (!isLeft && !operands.group(3).equals("java.lang.Object")) {
      return Optional.empty();
    }
    return CallText.last(cell)
        .filter(call -> call.method().matches("get|getAs") && call.arguments().size() == 1)
        .filter(call -> types.mayBe(call.receiver().orElseThrow(), "Row"))
        .map(
            call ->
                call.method().equals("get")
                    ? "write "
                        + getter(call, "getLong")
                        + ", or getInt or getDouble, as the column's type is"
                    : "write "
                        + asTyped(call, "Long")
                        + ", or <Integer> or <Double>, as the column's type is");
  }

  /**
   * Returns the method of a Row that reads a value of a type; {@code getAs} for a type without one.
   */
  static String getterOf(String type) {
    return GETTERS.entrySet().stream()
        .filter(getter -> getter.getValue().replaceFirst(".*\\.", "").equals(simple(boxed(type))))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("getAs");
  }

  private static String simple(String type) {
    return type.replaceFirst(".*\\.", "");
  }

  private static String boxed(String type) {
    return switch (type) {
      case "int" -> "Integer";
      case "long", "double", "float", "short", "byte", "boolean" ->
          Character.toUpperCase(type.charAt(0)) + type.substring(1);
      case "BigDecimal" -> "java.math.BigDecimal";
      default -> type;
    };
  }

  private static boolean has(Class<?> type, String method) {
    return Arrays.stream(type.getMethods()).anyMatch(found -> found.getName().equals(method));
  }
}
