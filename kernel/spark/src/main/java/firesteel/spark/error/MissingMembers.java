package firesteel.spark.error;

import firesteel.api.error.CompileProblem;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaDoubleRDD;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameNaFunctions;
import org.apache.spark.sql.DataFrameStatFunctions;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.functions;

/**
 * Suggests Java members in place of those that only PySpark's, Scala's or pandas' types have. In
 * the suggestions, {@code $} stands for the arguments as given.
 */
final class MissingMembers {
  private static final Pattern MEMBER =
      Pattern.compile(
          "symbol:\\s+(variable|method) (\\w+)[\\s\\S]*location:\\s+(?:variable \\S+ of type|class|interface)"
              + " org\\.apache\\.spark\\.(?:\\w+\\.)*(\\w+)(?:<.*>)?\\s*$");

  private static final Pattern PRIVATE =
      Pattern.compile("^(\\w+) has private access in (org\\.apache\\.spark\\.[\\w.]+)");

  private static final Map<String, String> OF_DATASETS =
      Map.ofEntries(
          Map.entry("fillna", "na().fill($)"),
          Map.entry("dropna", "na().drop($)"),
          Map.entry("replace", "na().replace(column, Map.of(from, to))"),
          Map.entry("toPandas", "collectAsList(), or toTable(dataset) for a Tablesaw table"),
          Map.entry("rdd", "javaRDD()"),
          Map.entry("display", "show(), or display(dataset)"),
          Map.entry("sort_values", "sort($)"),
          Map.entry("sortBy", "sort(columns)"),
          Map.entry("mapInPandas", "mapPartitions(function, encoder)"),
          Map.entry("stream", "collectAsList().stream()"),
          Map.entry("toList", "collectAsList()"),
          Map.entry("iterator", "toLocalIterator()"),
          Map.entry("get", "collectAsList().get($)"),
          Map.entry("forEach", "collectAsList().forEach($)"),
          Map.entry("iterrows", "collectAsList()"),
          Map.entry("itertuples", "collectAsList()"),
          Map.entry("values", "collectAsList()"),
          Map.entry("shape", "count() for the rows, columns().length for the columns"),
          Map.entry("loc", "filter(condition) for rows, select(columns) for columns"),
          Map.entry("iloc", "limit(n) for the first rows, select(columns) for columns"),
          Map.entry("empty", "isEmpty()"),
          Map.entry("info", "printSchema()"),
          Map.entry("unique", "distinct()"),
          Map.entry("nunique", "distinct().count()"),
          Map.entry("value_counts", "groupBy($).count()"),
          Map.entry("rename", "withColumnRenamed(from, to)"),
          Map.entry("assign", "withColumn(name, column)"),
          Map.entry("merge", "join(other, \"key\")"),
          Map.entry("append", "union($)"),
          Map.entry("concat", "union($)"),
          Map.entry("astype", "withColumn(name, col(name).cast(\"type\"))"),
          Map.entry("to_csv", "write().csv($)"),
          Map.entry("to_json", "write().json($)"),
          Map.entry("to_parquet", "write().parquet($)"),
          Map.entry("having", "filter($)"),
          Map.entry("pivot", "groupBy(columns).pivot($)"));

  private static final Map<String, String> OF_COLUMNS =
      Map.ofEntries(
          Map.entry("eq", "equalTo($)"),
          Map.entry("equals_to", "equalTo($)"),
          Map.entry("ne", "notEqual($)"),
          Map.entry("neq", "notEqual($)"),
          Map.entry("ge", "geq($)"),
          Map.entry("gte", "geq($)"),
          Map.entry("le", "leq($)"),
          Map.entry("lte", "leq($)"),
          Map.entry("notNull", "isNotNull()"),
          Map.entry("add", "plus($)"),
          Map.entry("sub", "minus($)"),
          Map.entry("subtract", "minus($)"),
          Map.entry("mul", "multiply($)"),
          Map.entry("div", "divide($)"),
          Map.entry("in", "isin($)"),
          Map.entry("matches", "rlike($)"),
          Map.entry("astype", "cast(\"type\")"));

  /** Java's names for functions of Spark. */
  private static final Map<String, String> OF_STRINGS =
      Map.of("toUpperCase", "upper", "toLowerCase", "lower", "size", "size", "len", "length");

  /** Aggregates by name, which a Dataset and its groups take in {@code agg}. */
  private static final Pattern AGGREGATE =
      Pattern.compile(
          "sum|avg|mean|min|max|count_distinct|countDistinct|sum_distinct|collect_list|collect_set"
              + "|first|last|stddev|variance|approx_count_distinct|median|mode");

  private final ExpressionTypes types;

  MissingMembers(ExpressionTypes types) {
    this.types = types;
  }

  Optional<String> hint(CompileProblem problem) {
    ProblemText text = ProblemText.of(problem);
    Matcher hidden = PRIVATE.matcher(problem.message());
    if (problem.code().equals("compiler.err.report.access") && hidden.find()) {
      return text.receiver()
          .filter(on -> hasGetter(hidden.group(2), hidden.group(1)))
          .map(on -> "it is a method: write " + on + "." + hidden.group(1) + "()");
    }
    Matcher member = MEMBER.matcher(problem.message());
    if (!problem.code().startsWith("compiler.err.cant.resolve.location")
        || !member.find()
        || text.receiver().isEmpty()) {
      return Optional.empty();
    }
    boolean isField = member.group(1).equals("variable");
    String name = member.group(2);
    CallText call =
        CallText.at(text.source(), text.position())
            .filter(found -> !isField)
            .orElse(new CallText(text.receiver(), name, List.of()));
    String on = text.receiver().get();
    return switch (member.group(3)) {
      case "Dataset" -> isField ? ofField(on, name) : ofDataset(on, call);
      case "Column", "ColumnName", "TypedColumn" -> isField ? Optional.empty() : ofColumn(on, call);
      case "RelationalGroupedDataset" -> isField ? Optional.empty() : ofGroups(on, call);
      case "JavaRDD" -> isField ? Optional.empty() : ofRdd(on, call);
      case "JavaSparkContext" ->
          has(SparkContext.class, name)
              ? Optional.of("write " + on + ".sc()." + name + arguments(call))
              : name.equals("accumulator")
                  ? Optional.of("write " + on + ".sc().longAccumulator(\"name\")")
                  : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Optional<String> ofField(String on, String name) {
    String other = OF_DATASETS.get(name);
    if (other != null && !other.contains("$")) {
      String column = name.equals("rdd") ? "" : "; for a column, " + on + ".col(\"" + name + "\")";
      return Optional.of("write " + on + "." + other + column);
    }
    boolean isColumn =
        Arrays.stream(Dataset.class.getMethods())
            .noneMatch(method -> method.getName().equalsIgnoreCase(name));
    return isColumn
        ? Optional.of("a column is not a field: write " + on + ".col(\"" + name + "\")")
        : Optional.empty();
  }

  private Optional<String> ofDataset(String on, CallText call) {
    String name = call.method();
    String other = OF_DATASETS.get(name);
    if (other != null && !name.equals("rdd")) {
      return Optional.of("write " + on + "." + filled(other, call));
    }
    if (AGGREGATE.matcher(name).matches() && !call.arguments().isEmpty()) {
      return Optional.of("write " + on + ".agg(" + name + arguments(call) + ")");
    }
    if (isNear(Dataset.class, name)) {
      return Optional.empty(); // A typing error, which the kernel's own hints cover.
    }
    return Stream.of(
            Map.entry("write()", DataFrameWriter.class),
            Map.entry("na()", DataFrameNaFunctions.class),
            Map.entry("stat()", DataFrameStatFunctions.class))
        .filter(part -> has(part.getValue(), name))
        .findFirst()
        .map(part -> "write " + on + "." + part.getKey() + "." + name + arguments(call));
  }

  private Optional<String> ofColumn(String on, CallText call) {
    String name = call.method();
    if (name.equals("not")) {
      return Optional.of("write not(" + on + ")");
    }
    String other = OF_COLUMNS.get(name);
    if (other != null) {
      return Optional.of("write " + on + "." + filled(other, call));
    }
    if (isNear(Column.class, name)) {
      return Optional.empty();
    }
    String function = OF_STRINGS.getOrDefault(name, name);
    return function(function, call.arguments().size() + 1)
        .map(
            method -> "it is a function: write " + function + "(" + on + given(method, call) + ")");
  }

  /** Finds the function of that name that takes a Column and this number of arguments in all. */
  private static Optional<Method> function(String name, int count) {
    return Arrays.stream(functions.class.getMethods())
        .filter(method -> Modifier.isStatic(method.getModifiers()))
        .filter(method -> method.getName().equals(name) && takes(method, count))
        .findFirst();
  }

  private static boolean takes(Method method, int count) {
    Class<?>[] parameters = method.getParameterTypes();
    return method.isVarArgs()
        ? parameters.length == 1 && parameters[0] == Column[].class
        : parameters.length == count && parameters[0] == Column.class;
  }

  /** Returns the other arguments, with values in place of Columns as literals. */
  private String given(Method method, CallText call) {
    StringBuilder text = new StringBuilder();
    Class<?>[] parameters = method.getParameterTypes();
    for (int i = 0; i < call.arguments().size(); i++) {
      String argument = call.arguments().get(i);
      boolean wantsColumn = method.isVarArgs() || parameters[i + 1] == Column.class;
      boolean isColumn = types.isColumn(argument) || argument.startsWith("col(");
      text.append(", ").append(wantsColumn && !isColumn ? "lit(" + argument + ")" : argument);
    }
    return text.toString();
  }

  private static Optional<String> ofGroups(String on, CallText call) {
    String name = call.method();
    if (AGGREGATE.matcher(name).matches() && !call.arguments().isEmpty()) {
      return Optional.of("write " + on + ".agg(" + name + arguments(call) + ")");
    }
    return has(Dataset.class, name)
        ? Optional.of(
            "groups have no rows before they are counted or the like: write "
                + on
                + ".count()."
                + name
                + arguments(call))
        : Optional.empty();
  }

  private Optional<String> ofRdd(String on, CallText call) {
    String name = call.method();
    String type = types.of(on).argument(0);
    return switch (name) {
      case "toDF", "toDS" ->
          type.equals(TypeText.UNKNOWN)
              ? Optional.empty()
              : Optional.of(
                  "write spark.createDataset(%s.rdd(), %s)%s"
                      .formatted(on, EncoderText.of(type), name.equals("toDF") ? ".toDF()" : ""));
      case "show" -> Optional.of("write " + on + ".take(20)");
      case "collectAsList", "toList" -> Optional.of("write " + on + ".collect()");
      default ->
          has(JavaDoubleRDD.class, name) && !has(JavaPairRDD.class, name)
              ? ofNumbers(on, call, type)
              : has(JavaPairRDD.class, name)
                  ? Optional.of(
                      name
                          + " is of pairs: make them with mapToPair(x -> new scala.Tuple2<>(x, 1)),"
                          + " key and value")
                  : Optional.empty();
    };
  }

  private static Optional<String> ofNumbers(String on, CallText call, String type) {
    boolean areNumbers = type.matches("Integer|Long|Double|Float|Short|Byte");
    return Optional.of(
        areNumbers
            ? "write " + on + ".mapToDouble(x -> x)." + call.method() + arguments(call)
            : call.method()
                + " is of numbers: make them with mapToDouble(x -> ...), a double of each element");
  }

  private static boolean hasGetter(String className, String name) {
    try {
      return Arrays.stream(Class.forName(className).getMethods())
          .anyMatch(method -> method.getName().equals(name) && method.getParameterCount() == 0);
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }

  private static String arguments(CallText call) {
    return "(" + String.join(", ", call.arguments()) + ")";
  }

  private static String filled(String template, CallText call) {
    return template.replace("$", String.join(", ", call.arguments()));
  }

  private static boolean has(Class<?> type, String method) {
    return Arrays.stream(type.getMethods())
        .anyMatch(
            found -> found.getName().equals(method) && found.getDeclaringClass() != Object.class);
  }

  private static boolean isNear(Class<?> type, String name) {
    return Arrays.stream(type.getMethods())
        .anyMatch(method -> method.getName().equalsIgnoreCase(name.replace("_", "")));
  }
}
