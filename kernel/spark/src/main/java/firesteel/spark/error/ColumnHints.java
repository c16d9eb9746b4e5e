package firesteel.spark.error;

import firesteel.api.error.CompileProblem;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Corrects Java's operators on Columns, which have methods for them, and values in place of
 * Columns.
 */
final class ColumnHints {
  private static final String COLUMN = "org.apache.spark.sql.Column";
  private static final Pattern BINARY =
      Pattern.compile(
          "binary operator '(\\S+)'\\s+first type:\\s+(\\S+)[^\\n]*\\s+second type:\\s+(\\S+)");
  private static final Pattern INCOMPARABLE =
      Pattern.compile(
          "(?:incomparable types|incompatible types): (\\S+) (?:and|cannot be compared (?:with|to)) (\\S+)");
  private static final Pattern UNARY =
      Pattern.compile(
          "operand type org\\.apache\\.spark\\.sql\\.Column for unary operator '(\\S+)'");
  private static final Pattern TO_COLUMN =
      Pattern.compile(
          "(?s).*incompatible types: (\\S+) cannot be converted to org\\.apache\\.spark\\.sql\\.Column\\b.*");
  private static final Pattern FROM_COLUMN =
      Pattern.compile(
          "incompatible types: org\\.apache\\.spark\\.sql\\.Column cannot be converted to java\\.lang\\.String");
  private static final Pattern NAMED = Pattern.compile("(?:col|column)\\((\"[^\"]*\")\\)");
  private static final Pattern EQUALITY = Pattern.compile("^(.+?)\\s*(==|!=)\\s*(?!=)(.+)$");

  private static final Map<String, String> METHODS =
      Map.ofEntries(
          Map.entry("+", "plus"),
          Map.entry("-", "minus"),
          Map.entry("*", "multiply"),
          Map.entry("/", "divide"),
          Map.entry("%", "mod"),
          Map.entry(">", "gt"),
          Map.entry(">=", "geq"),
          Map.entry("<", "lt"),
          Map.entry("<=", "leq"),
          Map.entry("==", "equalTo"),
          Map.entry("!=", "notEqual"),
          Map.entry("&", "and"),
          Map.entry("&&", "and"),
          Map.entry("|", "or"),
          Map.entry("||", "or"));

  /** Methods whose arguments are conditions or are built from columns. */
  private static final String OF_CONDITIONS =
      "filter|where|when|select|withColumn|join|agg|having|otherwise|and|or";

  private final ExpressionTypes types;

  ColumnHints(ExpressionTypes types) {
    this.types = types;
  }

  Optional<String> hint(CompileProblem problem) {
    ProblemText text = ProblemText.of(problem);
    return switch (problem.code()) {
      case "compiler.err.operator.cant.be.applied.1", "compiler.err.incomparable.types" ->
          ofBinary(problem, text);
      case "compiler.err.operator.cant.be.applied" -> ofUnary(problem, text);
      case "compiler.err.prob.found.req" -> ofValue(problem, text);
      case "compiler.err.cant.deref" ->
          problem.message().startsWith("boolean ")
              ? comparison(derefed(text)).map(ColumnHints::said)
              : Optional.empty();
      case "compiler.err.cant.apply.symbols", "compiler.err.cant.apply.symbol" ->
          CallText.at(problem.source(), problem.position()).stream()
              .flatMap(call -> call.arguments().stream())
              .flatMap(
                  argument ->
                      comparison(argument)
                          .or(() -> Concatenation.of(argument).asColumn(types))
                          .stream())
              .findFirst()
              .map(ColumnHints::said);
      default -> Optional.empty();
    };
  }

  private static String said(String expression) {
    return "a Column has methods for this: write " + expression;
  }

  private static String derefed(ProblemText text) {
    return text.receiver().orElse("");
  }

  private Optional<String> ofBinary(CompileProblem problem, ProblemText text) {
    Matcher binary = BINARY.matcher(problem.message());
    Matcher compared = INCOMPARABLE.matcher(problem.message());
    String source = text.source();
    int at = text.position();
    String left;
    String right;
    String operator;
    if (binary.find()) {
      operator = binary.group(1);
      left = binary.group(2);
      right = binary.group(3);
    } else if (compared.find()) {
      operator = source.startsWith("!=", at) ? "!=" : "==";
      left = compared.group(1);
      right = compared.group(2);
    } else {
      return Optional.empty();
    }
    String method = METHODS.get(operator);
    if (method == null || text.start() > at || at + operator.length() > text.end()) {
      return Optional.empty();
    }
    String first = ProblemText.plain(source.substring(text.start(), at));
    String second = ProblemText.plain(source.substring(at + operator.length(), text.end()));
    if (left.equals(COLUMN) || right.equals(COLUMN)) {
      // A comparison beside an operator is a boolean in Java, and is meant as a Column.
      String on = left.equals(COLUMN) ? first : comparison(first).orElse("lit(" + first + ")");
      return Optional.of(said(call(on, method, comparison(second).orElse(second))));
    }
    boolean isName = first.matches("\"[^\"]*\"") && operator.matches("[<>]=?|[-*/%]|==|!=");
    return isName && isCondition(text)
        ? Optional.of("a name is not a column: write " + call("col(" + first + ")", method, second))
        : Optional.empty();
  }

  private boolean isCondition(ProblemText text) {
    return CallText.holding(text.source(), text.start())
        .filter(call -> call.method().matches(OF_CONDITIONS))
        .isPresent();
  }

  private static String call(String column, String method, String argument) {
    if (!argument.equals("null")) {
      return column + "." + method + "(" + argument + ")";
    }
    return method.equals("equalTo")
        ? column + ".isNull()"
        : method.equals("notEqual") ? column + ".isNotNull()" : column + "." + method + "(null)";
  }

  private static Optional<String> ofUnary(CompileProblem problem, ProblemText text) {
    Matcher unary = UNARY.matcher(problem.message());
    if (!unary.find() || text.position() + 1 >= text.end()) {
      return Optional.empty();
    }
    String operand = ProblemText.plain(text.source().substring(text.position() + 1, text.end()));
    return switch (unary.group(1)) {
      case "!", "~" -> Optional.of("write not(" + operand + ")");
      case "-" -> Optional.of("write negate(" + operand + ")");
      default -> Optional.empty();
    };
  }

  private Optional<String> ofValue(CompileProblem problem, ProblemText text) {
    // javac may mark only the name of a call; the enclosing call gives the whole argument.
    String value = text.marked();
    if (FROM_COLUMN.matcher(problem.message()).find()) {
      return ofName(text);
    }
    Matcher converted = TO_COLUMN.matcher(problem.message());
    if (!converted.matches() || value.isEmpty()) {
      return Optional.empty();
    }
    return switch (converted.group(1).replaceFirst("<.*", "")) {
      case "org.apache.spark.sql.Dataset" ->
          text.source().substring(0, text.start()).matches("(?s).*\\blen\\(\\s*")
              ? Optional.of("write " + value + ".count()")
              : Optional.empty();
      case "boolean" ->
          comparison(value)
              .map(ColumnHints::said)
              .or(() -> Optional.of("write lit(" + value + ")"));
      case "java.lang.String" -> ofText(value);
      case "int",
          "long",
          "short",
          "byte",
          "double",
          "float",
          "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Double",
          "java.lang.Boolean",
          "java.math.BigDecimal",
          "java.time.LocalDate" ->
          Optional.of("write lit(" + value + ")");
      default -> Optional.empty();
    };
  }

  private Optional<String> ofText(String value) {
    Concatenation sum = Concatenation.of(value);
    return sum.mayHoldColumn(types)
        ? sum.asColumn(types).map(column -> "+ makes a text of Columns: write " + column)
        : Optional.of("write col(" + value + ") for the column, lit(" + value + ") for the text");
  }

  /** Corrects a Column given where a column's name is expected. */
  private static Optional<String> ofName(ProblemText text) {
    Optional<CallText> call = CallText.holding(text.source(), text.start());
    if (call.filter(found -> found.method().matches("(asc|desc)(_nulls_(first|last))?"))
        .isPresent()) {
      return Optional.of("write " + text.marked() + "." + call.get().method() + "()");
    }
    Matcher named = NAMED.matcher(text.marked());
    return named.matches()
        ? Optional.of("the name alone is wanted: write " + named.group(1))
        : Optional.empty();
  }

  /** Corrects == and equals on Columns, which give a boolean at once. */
  Optional<String> comparison(String expression) {
    boolean isNegated = expression.startsWith("!") && !expression.startsWith("!=");
    String text = isNegated ? expression.substring(1).strip() : expression;
    Optional<CallText> equals =
        CallText.last(text)
            .filter(call -> call.method().equals("equals") && call.arguments().size() == 1)
            .filter(call -> types.isColumn(call.receiver().orElseThrow()));
    if (equals.isPresent()) {
      String method = isNegated ? "notEqual" : "equalTo";
      return Optional.of(
          call(equals.get().receiver().orElseThrow(), method, equals.get().arguments().get(0)));
    }
    Matcher parts = EQUALITY.matcher(expression);
    if (!parts.matches() || !types.isColumn(parts.group(1))) {
      return Optional.empty();
    }
    String method = parts.group(2).equals("==") ? "equalTo" : "notEqual";
    return Optional.of(call(parts.group(1), method, parts.group(3).strip()));
  }
}
