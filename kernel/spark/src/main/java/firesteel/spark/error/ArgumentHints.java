package firesteel.spark.error;

import firesteel.api.error.CompileProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Corrects calls of Spark's methods with arguments that these don't accept. */
final class ArgumentHints {
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
  private final ColumnArguments columns;

  ArgumentHints(ExpressionTypes types) {
    this.types = types;
    columns = new ColumnArguments(types);
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
                          .flatMap(call -> ofNumbers(call).or(() -> columns.ofPartitions(call))))
              .or(() -> ofDataset(problem));
      default -> Optional.empty();
    };
  }

  /** Returns the SQL name of a Java type. */
  static Optional<String> typeName(String javaType) {
    return Optional.ofNullable(TYPE_NAMES.get(javaType));
  }

  private Optional<String> ofCall(CallText call) {
    List<String> arguments = call.arguments();
    return columns
        .hint(call)
        .or(() -> ofClass(call))
        .or(() -> ofNumbers(call))
        .or(
            () ->
                switch (call.method()) {
                  case "orderBy", "sort" -> ofOrder(call);
                  case "agg" -> ofAggregate(call);
                  case "explode" ->
                      onDataset(call)
                              && arguments.size() == 1
                              && ColumnArguments.isText(arguments.get(0))
                          ? Optional.of(
                              "write %s.withColumn(%2$s, explode(col(%2$s)))"
                                  .formatted(receiver(call), arguments.get(0)))
                          : Optional.empty();
                  case "createDataset", "createDataFrame" -> ofValues(call);
                  case "parallelize" -> ofElements(call);
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

  /** Corrects a class given in place of an encoder or of a type's name. */
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

  /** Corrects weights and probabilities, which are arrays of doubles. */
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
    if (arguments.size() == 2 && arguments.stream().allMatch(ColumnArguments::isText)) {
      return Optional.of(
          "write " + call.with(List.of("Map.of(" + String.join(", ", arguments) + ")")));
    }
    return arguments.size() == 1 && ColumnArguments.isText(arguments.get(0))
        ? Optional.of("say what to do with the column: max(" + arguments.get(0) + "), for instance")
        : Optional.empty();
  }

  /** Corrects how values in the driver become a Dataset: objects need an encoder, Rows a schema. */
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

  private Optional<String> ofElements(CallText call) {
    List<String> arguments = call.arguments();
    if (arguments.size() > 2) {
      return Optional.of("write " + call.with(List.of(listOf(arguments))));
    }
    if (arguments.isEmpty()) {
      return Optional.empty();
    }
    String given = arguments.get(0);
    List<String> changed = new ArrayList<>(arguments);
    changed.set(0, ListText.of(given, types.typeOf().apply(given).orElse("")));
    return changed.equals(arguments)
        ? Optional.empty()
        : Optional.of("write " + call.with(changed));
  }

  /** Corrects the arguments of functions that take no names. */
  private Optional<String> ofFunction(CallText call) {
    List<String> arguments = call.arguments();
    boolean isFunction = call.receiver().isEmpty() && FUNCTIONS.contains(call.method());
    if (!isFunction || arguments.stream().noneMatch(ColumnArguments::isText)) {
      return Optional.empty();
    }
    // Beside Columns a text is most often a value; a name could hardly be anything but a word.
    boolean areTexts =
        call.method().matches("concat|coalesce") && arguments.stream().anyMatch(types::isColumn)
            || arguments.stream()
                .anyMatch(text -> ColumnArguments.isText(text) && !text.matches("\"[\\w.]+\""));
    return areTexts
        ? Optional.of(
            "write "
                + call.with(
                    arguments.stream()
                        .map(
                            argument ->
                                ColumnArguments.isText(argument)
                                    ? "lit(" + argument + ")"
                                    : argument)
                        .toList())
                + ", with col(...) for what is a column's name and no text")
        : Optional.of(
            "write "
                + call.with(ColumnArguments.columns(arguments))
                + ", with lit(...) for what is a text and no column");
  }

  /**
   * Corrects a flatMap whose lambda returns a List or an array: RDDs and Datasets expect an
   * Iterator.
   */
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
}
