package firesteel.spark.error;

import firesteel.engine.error.CompileProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Calls of Spark's methods with arguments that these don't take: the call with those they do. */
final class ArgumentHints {
  /** Methods that take Columns one by one. */
  private static final Set<String> OF_COLUMNS =
      Set.of(
          "select", "groupBy", "sort", "orderBy", "partitionBy", "rollup", "cube", "repartition");

  /** Methods that take names one by one. */
  private static final Set<String> OF_NAMES =
      Set.of("drop", "toDF", "describe", "summary", "selectExpr");

  /** Functions that take Columns one by one, and no names. */
  private static final Set<String> FUNCTIONS =
      Set.of("concat", "coalesce", "greatest", "least", "hash", "xxhash64", "map", "arrays_zip");

  private static final Map<String, String> TYPE_NAMES =
      Map.ofEntries(
          Map.entry("String", "string"),
          Map.entry("int", "int"),
          Map.entry("Integer", "int"),
          Map.entry("long", "bigint"),
          Map.entry("Long", "bigint"),
          Map.entry("double", "double"),
          Map.entry("Double", "double"),
          Map.entry("float", "float"),
          Map.entry("Float", "float"),
          Map.entry("boolean", "boolean"),
          Map.entry("Boolean", "boolean"),
          Map.entry("BigDecimal", "decimal(38,18)"),
          Map.entry("LocalDate", "date"),
          Map.entry("Date", "date"),
          Map.entry("Timestamp", "timestamp"),
          Map.entry("Instant", "timestamp"));

  private final ExpressionTypes types;

  ArgumentHints(ExpressionTypes types) {
    this.types = types;
  }

  Optional<String> hint(CompileProblem problem) {
    return switch (problem.code()) {
      case "compiler.err.cant.apply.symbols", "compiler.err.cant.apply.symbol" ->
          CallText.at(problem.source(), problem.position()).flatMap(this::ofCall);
      case "compiler.err.prob.found.req" ->
          CallText.at(problem.source(), problem.position())
              .flatMap(
                  call ->
                      ofIterator(problem, call)
                          .or(
                              () ->
                                  problem.message().contains("no instance(s) of type variable")
                                      ? ofCall(call)
                                      : Optional.empty()))
              .or(
                  () ->
                      CallText.holding(problem.source(), problem.start())
                          .flatMap(call -> ofNumbers(call).or(() -> ofPartitions(call))))
              .or(() -> ofDataset(problem));
      default -> Optional.empty();
    };
  }

  /** The SQL name of a type of Java's. */
  static Optional<String> typeName(String javaType) {
    return Optional.ofNullable(TYPE_NAMES.get(javaType));
  }

  private Optional<String> ofCall(CallText call) {
    List<String> arguments = call.arguments();
    return ofCollection(call)
        .or(() -> ofNamesAndColumns(call))
        .or(() -> ofClass(call))
        .or(() -> ofPartitions(call))
        .or(() -> ofNumbers(call))
        .or(
            () ->
                switch (call.method()) {
                  case "orderBy", "sort" -> ofOrder(call);
                  case "agg" -> ofAggregate(call);
                  case "explode" ->
                      onDataset(call) && arguments.size() == 1 && isText(arguments.get(0))
                          ? Optional.of(
                              "write %s.withColumn(%2$s, explode(col(%2$s)))"
                                  .formatted(receiver(call), arguments.get(0)))
                          : Optional.empty();
                  case "createDataset", "createDataFrame" -> ofValues(call);
                  case "parallelize" ->
                      arguments.size() > 2
                          ? Optional.of("write " + call.with(List.of(listOf(arguments))))
                          : Optional.empty();
                  case "csv", "json", "parquet", "orc", "text" ->
                      types.of(receiver(call)).name().equals("DataFrameReader")
                              && arguments.size() == 2
                              && arguments.get(1).matches("true|false")
                          ? Optional.of(
                              "write %s.option(\"header\", %s).%s(%s)"
                                  .formatted(
                                      receiver(call),
                                      arguments.get(1),
                                      call.method(),
                                      arguments.get(0)))
                          : Optional.empty();
                  default -> ofFunction(call);
                });
  }

  /** Lists and arrays, where the elements are wanted one by one, or as an array. */
  private Optional<String> ofCollection(CallText call) {
    int place = call.method().equals("join") || call.method().equals("repartition") ? 1 : 0;
    List<String> arguments = call.arguments();
    int last = Math.min(place, arguments.size() - 1);
    boolean isKnown =
        OF_COLUMNS.contains(call.method())
            || OF_NAMES.contains(call.method())
            || call.method().matches("join|dropDuplicates|dropDuplicatesWithinWatermark");
    if (!isKnown || last < 0 || arguments.size() > last + (call.method().equals("join") ? 2 : 1)) {
      return Optional.empty();
    }
    String given = arguments.get(last);
    TypeText type = types.of(given);
    boolean isArray = type.name().endsWith("[]");
    boolean isList = type.name().matches("(Array|Linked)?List|(Linked|Hash|Tree)?Set|Collection");
    String element = isArray ? type.name().replace("[]", "") : type.argument(0);
    if (!isArray && !isList || !element.matches("String|Column")) {
      return Optional.empty();
    }
    List<String> changed = new ArrayList<>(arguments);
    Optional<CallText> literal =
        CallText.last(given).filter(list -> list.method().matches("of|asList"));
    boolean needsColumns = OF_COLUMNS.contains(call.method());
    if (!needsColumns && !OF_NAMES.contains(call.method())) {
      if (!element.equals("String") || isArray) {
        return Optional.empty();
      }
      changed.set(
          last,
          literal
              .map(list -> "new String[] {" + String.join(", ", list.arguments()) + "}")
              .orElse(given + ".toArray(new String[0])"));
      return Optional.of("write " + call.with(changed));
    }
    if (literal.isPresent()) {
      changed.remove(last);
      changed.addAll(last, literal.get().arguments());
      return Optional.of("give them one by one: write " + call.with(changed));
    }
    if (!needsColumns || element.equals("Column")) {
      boolean isWhole = isArray || needsColumns != element.equals("Column");
      return isWhole
          ? Optional.empty()
          : Optional.of(
              "give its elements: write "
                  + withLast(call, given + ".toArray(new " + element + "[0])"));
    }
    String stream = isArray ? "Arrays.stream(" + given + ")" : given + ".stream()";
    return Optional.of(
        "make Columns of the names: write "
            + withLast(call, stream + ".map(name -> col(name)).toArray(Column[]::new)"));
  }

  private static String withLast(CallText call, String argument) {
    List<String> changed = new ArrayList<>(call.arguments());
    changed.set(changed.size() - 1, argument);
    return call.with(changed);
  }

  private Optional<String> ofNamesAndColumns(CallText call) {
    List<String> arguments = call.arguments();
    long names = arguments.stream().filter(ArgumentHints::isText).count();
    boolean isMixed =
        names > 0
            && names < arguments.size()
            && arguments.stream().allMatch(text -> isText(text) || types.isColumn(text));
    if (isMixed && (OF_COLUMNS.contains(call.method()) || call.method().equals("agg"))) {
      return call.method().equals("agg")
          ? Optional.of("agg takes aggregates alone: a column to group by goes into groupBy(...)")
          : Optional.of(
              "names or Columns, not both: write "
                  + call.method()
                  + "("
                  + String.join(", ", columns(arguments))
                  + ")");
    }
    if (isMixed && call.method().equals("drop")) {
      return Optional.of("names or Columns, not both: write " + call.with(columns(arguments)));
    }
    return Optional.empty();
  }

  private static List<String> columns(List<String> arguments) {
    return arguments.stream()
        .map(argument -> isText(argument) ? "col(" + argument + ")" : argument)
        .collect(Collectors.toList());
  }

  /** A class in the place of an encoder, or of the name of a type. */
  private Optional<String> ofClass(CallText call) {
    if (call.arguments().size() != 1 || !call.arguments().get(0).matches("\\w+\\.class")) {
      return Optional.empty();
    }
    String type = call.arguments().get(0).replace(".class", "");
    return switch (call.method()) {
      case "as" ->
          onDataset(call)
              ? Optional.of("write " + call.with(List.of(EncoderText.of(type))))
              : Optional.empty();
      case "cast", "try_cast" ->
          typeName(type).map(name -> "write " + call.with(List.of("\"" + name + "\"")));
      default -> Optional.empty();
    };
  }

  /** Partitions by columns are by Columns, and coalesce knows none. */
  private Optional<String> ofPartitions(CallText call) {
    List<String> arguments = call.arguments();
    boolean byName = arguments.stream().anyMatch(ArgumentHints::isText);
    if (!byName || !onDataset(call)) {
      return Optional.empty();
    }
    return switch (call.method()) {
      case "repartition", "repartitionByRange" ->
          Optional.of("write " + call.with(columns(arguments)));
      case "coalesce" ->
          Optional.of(
              "coalesce takes a number; by a column: write "
                  + receiver(call)
                  + ".repartition("
                  + String.join(", ", columns(arguments))
                  + ")");
      default -> Optional.empty();
    };
  }

  /** Weights and probabilities are arrays of doubles. */
  private static Optional<String> ofNumbers(CallText call) {
    List<String> arguments = call.arguments();
    if (!call.method().matches("randomSplit|approxQuantile")) {
      return Optional.empty();
    }
    for (int i = 0; i < arguments.size(); i++) {
      Optional<CallText> list =
          CallText.last(arguments.get(i)).filter(found -> found.method().matches("of|asList"));
      if (list.isPresent()) {
        List<String> changed = new ArrayList<>(arguments);
        changed.set(i, "new double[] {" + String.join(", ", list.get().arguments()) + "}");
        return Optional.of("write " + call.with(changed));
      }
    }
    boolean isSplit =
        call.method().equals("randomSplit")
            && arguments.stream().allMatch(text -> text.matches("[\\d.]+"));
    return isSplit
        ? Optional.of(
            "write " + call.with(List.of("new double[] {" + String.join(", ", arguments) + "}")))
        : Optional.empty();
  }

  private static Optional<String> ofOrder(CallText call) {
    List<String> arguments = call.arguments();
    int last = arguments.size() - 1;
    if (last < 1 || !arguments.get(last).matches("true|false")) {
      return Optional.empty();
    }
    List<String> columns = arguments.subList(0, last);
    return Optional.of(
        "write "
            + (arguments.get(last).equals("true")
                ? call.with(columns)
                : NamedArguments.descending(call, columns)));
  }

  private static Optional<String> ofAggregate(CallText call) {
    List<String> arguments = call.arguments();
    if (arguments.size() == 2 && arguments.stream().allMatch(ArgumentHints::isText)) {
      return Optional.of(
          "write " + call.with(List.of("Map.of(" + String.join(", ", arguments) + ")")));
    }
    return arguments.size() == 1 && isText(arguments.get(0))
        ? Optional.of("say what to do with the column: max(" + arguments.get(0) + "), for instance")
        : Optional.empty();
  }

  /** Values in the driver become a Dataset by an encoder, Rows by a schema. */
  private Optional<String> ofValues(CallText call) {
    if (call.arguments().size() != 1) {
      return Optional.empty();
    }
    TypeText type = types.of(call.arguments().get(0));
    String element = type.argument(0);
    if (!type.name().matches("\\w*List|JavaRDD") || element.equals(TypeText.UNKNOWN)) {
      return Optional.empty();
    }
    String values =
        type.name().equals("JavaRDD")
            ? call.arguments().get(0) + ".rdd()"
            : call.arguments().get(0);
    if (element.equals("Row")) {
      return Optional.of(
          "rows need a schema: write "
              + receiver(call)
              + ".createDataFrame("
              + call.arguments().get(0)
              + ", StructType.fromDDL(\"name string, age int\"))");
    }
    return Optional.of(
        "write "
            + receiver(call)
            + ".createDataset("
            + values
            + ", "
            + EncoderText.of(element)
            + ")"
            + (call.method().equals("createDataFrame") ? ".toDF()" : ""));
  }

  /** Functions that take no names. */
  private static Optional<String> ofFunction(CallText call) {
    boolean isFunction = call.receiver().isEmpty() && FUNCTIONS.contains(call.method());
    return isFunction && call.arguments().stream().anyMatch(ArgumentHints::isText)
        ? Optional.of(
            "write "
                + call.with(columns(call.arguments()))
                + ", with lit(...) for what is a text and no column")
        : Optional.empty();
  }

  /** A flatMap of RDDs and Datasets gives an Iterator, neither a List nor an array. */
  private static Optional<String> ofIterator(CompileProblem problem, CallText call) {
    if (!call.method().equals("flatMap") || !problem.message().contains("java.util.Iterator")) {
      return Optional.empty();
    }
    String lambda = call.arguments().stream().filter(a -> a.contains("->")).findFirst().orElse("");
    int arrow = lambda.indexOf("->");
    String body = arrow < 0 ? "" : lambda.substring(arrow + 2).strip();
    if (body.isEmpty() || body.startsWith("{")) {
      return Optional.of("the lambda has to give an Iterator: list.iterator()");
    }
    boolean isArray = problem.message().contains("[] cannot be converted");
    return Optional.of(
        "write "
            + lambda.substring(0, arrow + 2)
            + " "
            + (isArray ? "Arrays.asList(" + body + ")" : body)
            + ".iterator()");
  }

  private Optional<String> ofDataset(CompileProblem problem) {
    ProblemText text = ProblemText.of(problem);
    String to =
        problem
            .message()
            .replaceFirst(
                "(?s).*incompatible types: org\\.apache\\.spark\\.sql\\.Dataset<org\\.apache\\.spark\\.sql\\.Row>"
                    + " cannot be converted to org\\.apache\\.spark\\.sql\\.Dataset<([\\w.$]+)>\\s*",
                "$1");
    return to.matches("[\\w.$]+") && !text.marked().isEmpty()
        ? Optional.of(
            "write " + text.marked() + ".as(" + EncoderText.of(to.replaceFirst(".*[.$]", "")) + ")")
        : Optional.empty();
  }

  private boolean onDataset(CallText call) {
    return call.receiver().isPresent() && types.mayBe(receiver(call), "Dataset");
  }

  private static String receiver(CallText call) {
    return call.receiver().map(ProblemText::plain).orElse("");
  }

  private static String listOf(List<String> arguments) {
    return "List.of(" + String.join(", ", arguments) + ")";
  }

  private static boolean isText(String argument) {
    return argument.matches("\"(?:[^\"\\\\]|\\\\.)*\"");
  }
}
