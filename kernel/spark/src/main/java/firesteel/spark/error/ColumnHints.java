package firesteel.spark.error;

import firesteel.engine.error.CompileProblem;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;

/**
 * Answers what is written as in PySpark or in Scala with the Java of it: columns have methods in
 * the place of operators, Datasets no columns as fields, and so on. Only what is surely meant so.
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
  private static final Pattern INDEXED =
      Pattern.compile("array required, but org\\.apache\\.spark\\.sql\\.(Dataset|Row)\\b.* found");
  private static final Pattern OF_DATASET =
      Pattern.compile(
          "symbol:\\s+(variable|method) (\\w+)[\\s\\S]*location:\\s+(?:variable \\S+ of type|class)"
              + " org\\.apache\\.spark\\.sql\\.Dataset<");
  private static final Pattern TEXTS =
      Pattern.compile(
          "java\\.util\\.\\w+<java\\.lang\\.String> cannot be converted to org\\.apache\\.spark\\.sql\\.Column\\b");
  private static final Pattern ARRAY_OF_TEXTS =
      Pattern.compile(
          "java\\.lang\\.String\\[\\] cannot be converted to org\\.apache\\.spark\\.sql\\.Column\\b");
  private static final Pattern FROM_OBJECT =
      Pattern.compile("java\\.lang\\.Object cannot be converted to (\\S+)");
  private static final Pattern GET = Pattern.compile("(?s)\\s*(.+)\\.get\\((\\w+)\\)\\s*");
  private static final Pattern OF_COLUMN =
      Pattern.compile("symbol:\\s+method (\\w+)[\\s\\S]*org\\.apache\\.spark\\.sql\\.Column\\s*$");
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

  /** What PySpark's Datasets have by another name. */
  private static final Map<String, String> OF_PYSPARK =
      Map.ofEntries(
          Map.entry("fillna", "na().fill(value)"),
          Map.entry("dropna", "na().drop()"),
          Map.entry("replace", "na().replace(column, Map.of(from, to))"),
          Map.entry("withColumnsRenamed", "withColumnRenamed(from, to)"),
          Map.entry("toPandas", "collectAsList(), or toTable(dataset) for a Tablesaw table"),
          Map.entry("rdd", "javaRDD()"),
          Map.entry("display", "show(), or display(dataset)"),
          Map.entry("sort_values", "sort(columns)"),
          Map.entry("mapInPandas", "mapPartitions(function, encoder)"));

  private static final Map<String, String> OF_COLUMNS_ELSEWHERE =
      Map.ofEntries(
          Map.entry("eq", "equalTo(...)"),
          Map.entry("equals_to", "equalTo(...)"),
          Map.entry("ne", "notEqual(...)"),
          Map.entry("neq", "notEqual(...)"),
          Map.entry("ge", "geq(...)"),
          Map.entry("gte", "geq(...)"),
          Map.entry("le", "leq(...)"),
          Map.entry("lte", "leq(...)"),
          Map.entry("notNull", "isNotNull()"),
          Map.entry("add", "plus(...)"),
          Map.entry("subtract", "minus(...)"),
          Map.entry("in", "isin(...)"));

  /** Methods that take Columns one by one. */
  private static final Set<String> OF_COLUMNS =
      Set.of(
          "select", "groupBy", "sort", "orderBy", "partitionBy", "rollup", "cube", "repartition");

  private final Function<String, Optional<String>> typeOf;

  ColumnHints(Function<String, Optional<String>> typeOf) {
    this.typeOf = typeOf;
  }

  Optional<String> hint(CompileProblem problem) {
    return switch (problem.code()) {
      case "compiler.err.operator.cant.be.applied.1", "compiler.err.incomparable.types" ->
          ofBinary(problem);
      case "compiler.err.operator.cant.be.applied" -> ofUnary(problem);
      case "compiler.err.array.req.but.found" -> ofIndex(problem);
      case "compiler.err.prob.found.req" -> ofValue(problem);
      case "compiler.err.cant.apply.symbols", "compiler.err.cant.apply.symbol" ->
          ofArguments(problem);
      case "compiler.err.cant.resolve.location", "compiler.err.cant.resolve.location.args" ->
          ofName(problem);
      default -> ofSyntax(problem);
    };
  }

  private static Optional<String> ofBinary(CompileProblem problem) {
    Matcher binary = BINARY.matcher(problem.message());
    Matcher compared = INCOMPARABLE.matcher(problem.message());
    String source = problem.source();
    int at = problem.position();
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
    boolean ofColumn = left.equals(COLUMN) || right.equals(COLUMN);
    int end = Math.min(problem.end(), source.length());
    if (!ofColumn || method == null || problem.start() > at || at + operator.length() > end) {
      return Optional.empty();
    }
    String first = plain(source.substring(problem.start(), at));
    String second = plain(source.substring(at + operator.length(), end));
    String on = left.equals(COLUMN) ? first : "lit(" + first + ")";
    String call =
        second.equals("null") && method.equals("equalTo")
            ? ".isNull()"
            : second.equals("null") && method.equals("notEqual")
                ? ".isNotNull()"
                : "." + method + "(" + second + ")";
    return Optional.of("a Column has methods for this: write " + on + call);
  }

  /** Without the brackets that only an operator needs, and in one line. */
  private static String plain(String text) {
    String line = text.lines().map(String::strip).collect(Collectors.joining(" ")).strip();
    while (line.startsWith("(") && line.endsWith(")") && closesLast(line)) {
      line = line.substring(1, line.length() - 1).strip();
    }
    return line;
  }

  private static boolean closesLast(String text) {
    int depth = 0;
    for (int i = 0; i < text.length() - 1; i++) {
      depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
      if (depth == 0) {
        return false;
      }
    }
    return true;
  }

  private static Optional<String> ofUnary(CompileProblem problem) {
    Matcher unary = UNARY.matcher(problem.message());
    if (!unary.find()) {
      return Optional.empty();
    }
    int end = Math.min(problem.end(), problem.source().length());
    String operand = plain(problem.source().substring(problem.position() + 1, end));
    return switch (unary.group(1)) {
      case "!", "~" -> Optional.of("write not(" + operand + ")");
      case "-" -> Optional.of("write negate(" + operand + ")");
      default -> Optional.empty();
    };
  }

  private static Optional<String> ofIndex(CompileProblem problem) {
    String source = problem.source();
    int open = problem.position();
    int close = Math.min(problem.end(), source.length()) - 1;
    if (open <= problem.start() || open >= close || source.charAt(open) != '[') {
      return Optional.empty();
    }
    String array = source.substring(problem.start(), open).strip();
    String index = source.substring(open + 1, close).strip();
    boolean isText = index.startsWith("\"");
    if (array.endsWith(".collect()") && !isText) {
      String dataset = array.substring(0, array.length() - "collect()".length());
      return Optional.of("write " + dataset + "collectAsList().get(" + index + ")");
    }
    Matcher found = INDEXED.matcher(problem.message());
    if (!found.find()) {
      return Optional.empty();
    }
    if (found.group(1).equals("Row")) {
      return Optional.of("write " + array + (isText ? ".getAs(" : ".get(") + index + ")");
    }
    return isText
        ? Optional.of("write " + array + ".col(" + index + "), or col(" + index + ")")
        : Optional.of("write " + array + ".filter(condition) for rows, .col(name) for a column");
  }

  private Optional<String> ofValue(CompileProblem problem) {
    Matcher converted = TO_COLUMN.matcher(problem.message());
    int end = Math.min(problem.end(), problem.source().length());
    Matcher cell = FROM_OBJECT.matcher(problem.message());
    if (cell.find() && problem.start() < end) {
      return ofCell(problem.source().substring(problem.start(), end), cell.group(1));
    }
    if (!converted.matches() || problem.start() >= end) {
      return Optional.empty();
    }
    String value = plain(problem.source().substring(problem.start(), end));
    return switch (converted.group(1).replaceFirst("<.*", "")) {
      case "org.apache.spark.sql.Dataset" ->
          problem.source().substring(0, problem.start()).matches("(?s).*\\blen\\(\\s*")
              ? Optional.of("write " + value + ".count()")
              : Optional.empty();
      case "int", "long", "short", "byte", "double", "float", "boolean" ->
          Optional.of("write lit(" + value + ")");
      case "java.lang.String" ->
          Optional.of("write col(" + value + ") for the column, lit(" + value + ") for the text");
      case "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Double",
          "java.lang.Boolean",
          "java.math.BigDecimal",
          "java.time.LocalDate" ->
          Optional.of("write lit(" + value + ")");
      default -> Optional.empty();
    };
  }

  /** A cell of a row, by a method that knows its type. */
  private Optional<String> ofCell(String expression, String type) {
    Matcher get = GET.matcher(expression);
    if (!get.matches() || typeOf.apply(get.group(1)).filter(t -> t.endsWith("Row")).isEmpty()) {
      return Optional.empty();
    }
    String getter =
        switch (type) {
          case "int", "java.lang.Integer" -> "getInt";
          case "long", "java.lang.Long" -> "getLong";
          case "double", "java.lang.Double" -> "getDouble";
          case "boolean", "java.lang.Boolean" -> "getBoolean";
          case "java.lang.String" -> "getString";
          default -> "getAs";
        };
    return Optional.of("write " + get.group(1) + "." + getter + "(" + get.group(2) + ")");
  }

  private Optional<String> ofArguments(CompileProblem problem) {
    Optional<CallText> found = CallText.at(problem.source(), problem.position());
    if (found.isEmpty()) {
      return Optional.empty();
    }
    CallText call = found.get();
    boolean isList = TEXTS.matcher(problem.message()).find();
    if (OF_COLUMNS.contains(call.method()) && call.arguments().size() == 1) {
      String names = call.arguments().get(0);
      String stream =
          isList
              ? names + ".stream()"
              : ARRAY_OF_TEXTS.matcher(problem.message()).find()
                  ? "Arrays.stream(" + names + ")"
                  : "";
      if (!stream.isEmpty() && names.matches("\\w+")) {
        return Optional.of(
            "make Columns of the names: "
                + call.method()
                + "("
                + stream
                + ".map(name -> col(name)).toArray(Column[]::new))");
      }
    }
    if (OF_COLUMNS.contains(call.method()) && mixesNamesAndColumns(call)) {
      String columns =
          call.arguments().stream()
              .map(argument -> argument.startsWith("\"") ? "col(" + argument + ")" : argument)
              .collect(Collectors.joining(", "));
      return Optional.of(
          "names or Columns, not both: write " + call.method() + "(" + columns + ")");
    }
    return call.arguments().stream().flatMap(argument -> equality(argument).stream()).findFirst();
  }

  private boolean mixesNamesAndColumns(CallText call) {
    long names = call.arguments().stream().filter(text -> text.matches("\"[^\"]*\"")).count();
    return names > 0
        && names < call.arguments().size()
        && call.arguments().stream()
            .filter(text -> !text.startsWith("\""))
            .allMatch(text -> isColumn(text));
  }

  /** Two Columns can be compared with ==, which gives a boolean at once. */
  private Optional<String> equality(String argument) {
    Matcher parts = EQUALITY.matcher(argument);
    if (!parts.matches() || !isColumn(parts.group(1))) {
      return Optional.empty();
    }
    boolean same = parts.group(2).equals("==");
    String right = parts.group(3).strip();
    String call =
        right.equals("null")
            ? same ? ".isNull()" : ".isNotNull()"
            : (same ? ".equalTo(" : ".notEqual(") + right + ")";
    return Optional.of("a Column has methods for this: write " + parts.group(1) + call);
  }

  private boolean isColumn(String expression) {
    return typeOf.apply(expression).filter(type -> type.endsWith("Column")).isPresent();
  }

  private static Optional<String> ofName(CompileProblem problem) {
    String source = problem.source();
    Matcher dataset = OF_DATASET.matcher(problem.message());
    int at = problem.position();
    if (dataset.find() && source.startsWith(".", at) && problem.start() < at) {
      String name = dataset.group(2);
      String receiver = plain(source.substring(problem.start(), at));
      String other = OF_PYSPARK.get(name);
      if (other != null) {
        return Optional.of("write " + receiver + "." + other);
      }
      boolean isColumn = dataset.group(1).equals("variable") && !hasMethod(name);
      return isColumn
          ? Optional.of("a column is no field: write " + receiver + ".col(\"" + name + "\")")
          : Optional.empty();
    }
    Matcher column = OF_COLUMN.matcher(problem.message());
    if (column.find() && source.startsWith(".", at) && problem.start() < at) {
      String receiver = plain(source.substring(problem.start(), at));
      String method = OF_COLUMNS_ELSEWHERE.get(column.group(1));
      return column.group(1).equals("not")
          ? Optional.of("write not(" + receiver + ")")
          : Optional.ofNullable(method).map(name -> "write " + receiver + "." + name);
    }
    if (problem.message().matches("(?s).*symbol:\\s+variable (F|functions)\\b.*")
        && source.startsWith(".", problem.end())) {
      return Optional.of(
          "the functions are imported: write them without "
              + source.substring(problem.start(), problem.end())
              + ".");
    }
    if (problem.message().matches("(?s).*symbol:\\s+variable truncate\\b.*")) {
      return Optional.of(
          "Java has no named arguments: write show(20, false), or show(false), for whole values");
    }
    return Optional.empty();
  }

  private static boolean hasMethod(String name) {
    return Arrays.stream(Dataset.class.getMethods())
        .anyMatch(method -> method.getName().equalsIgnoreCase(name));
  }

  private static Optional<String> ofSyntax(CompileProblem problem) {
    if (!problem.code().startsWith("compiler.err.expected")
        && !problem.code().startsWith("compiler.err.illegal.start")
        && !problem.refusesUnderscore()
        && !problem.code().equals("compiler.err.unclosed.char.lit")) {
      return Optional.empty();
    }
    String source = problem.source();
    int at = Math.max(0, Math.min(problem.position(), source.length()));
    int start = source.lastIndexOf('\n', at - 1) + 1;
    int end = source.indexOf('\n', at) < 0 ? source.length() : source.indexOf('\n', at);
    String line = source.substring(start, end).strip();
    String before = source.substring(start, at);
    String rest = source.substring(at, end);
    if (line.matches("import\\s+\\w+\\.implicits\\._.*")) {
      return Optional.of(
          "Java needs no implicits: give an encoder, such as Encoders.STRING(), and col(\"a\") for a"
              + " column");
    }
    if (line.matches("import\\s+org\\.apache\\.spark\\.sql\\.functions\\._.*")
        || line.matches("(from|import)\\s+pyspark\\b.*")) {
      return Optional.of("Spark's classes and functions are imported already: write col(\"a\")");
    }
    if (before.endsWith("$") && rest.startsWith("\"")) {
      return Optional.of("write col(" + text(rest) + ")");
    }
    Matcher symbol = Pattern.compile("^'(\\w+)\\b(?!').*").matcher(rest);
    if (symbol.matches()) {
      return Optional.of("write col(\"" + symbol.group(1) + "\")");
    }
    if (before.endsWith("==") && rest.startsWith("=")) {
      return Optional.of("write .equalTo(...) for ===");
    }
    if (before.endsWith("=!") && rest.startsWith("=")
        || before.endsWith("=") && rest.startsWith("!=")) {
      return Optional.of("write .notEqual(...) for =!=");
    }
    if (before.matches(".*\\.(select|groupBy|orderBy|sort|drop|toDF)\\(\\s*")
        && rest.startsWith("[")) {
      return Optional.of(
          "give the names one by one: "
              + before.replaceAll(".*\\.(\\w+)\\(\\s*$", "$1")
              + "(\"a\", \"b\")");
    }
    return Optional.empty();
  }

  private static String text(String rest) {
    int close = rest.indexOf('"', 1);
    return close < 0 ? rest : rest.substring(0, close + 1);
  }
}
