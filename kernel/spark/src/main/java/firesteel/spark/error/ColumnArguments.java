package firesteel.spark.error;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Corrects Columns and their names as arguments: lists where single values are expected, or a mix
 * of both.
 */
final class ColumnArguments {
  /** Methods that take Columns one by one. */
  private static final Set<String> OF_COLUMNS =
      Set.of(
          "select", "groupBy", "sort", "orderBy", "partitionBy", "rollup", "cube", "repartition");

  /** Methods that take names one by one. */
  private static final Set<String> OF_NAMES =
      Set.of("drop", "toDF", "describe", "summary", "selectExpr");

  private final ExpressionTypes types;

  ColumnArguments(ExpressionTypes types) {
    this.types = types;
  }

  /** Returns the call to write; empty when the arguments are not columns. */
  Optional<String> hint(CallText call) {
    return ofCollection(call).or(() -> ofNamesAndColumns(call)).or(() -> ofPartitions(call));
  }

  /** Corrects lists and arrays given where single elements or an array are expected. */
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
    long names = arguments.stream().filter(ColumnArguments::isText).count();
    boolean isMixed =
        names > 0
            && names < arguments.size()
            && arguments.stream().allMatch(text -> isText(text) || types.isColumn(text));
    if (isMixed && call.method().equals("agg") && arguments.contains("\"count\"")) {
      return Optional.of(
          "write "
              + call.with(
                  arguments.stream()
                      .map(text -> text.equals("\"count\"") ? "count(\"*\")" : text)
                      .toList()));
    }
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

  /** Corrects partitions by columns: repartition takes Columns, and coalesce only a number. */
  Optional<String> ofPartitions(CallText call) {
    List<String> arguments = call.arguments();
    boolean byName = arguments.stream().anyMatch(ColumnArguments::isText);
    if (!byName || !call.receiver().filter(on -> types.mayBe(on, "Dataset")).isPresent()) {
      return Optional.empty();
    }
    return switch (call.method()) {
      case "repartition", "repartitionByRange" ->
          Optional.of("write " + call.with(columns(arguments)));
      case "coalesce" ->
          Optional.of(
              "coalesce takes a number; by a column: write "
                  + call.receiver().map(ProblemText::plain).orElse("")
                  + ".repartition("
                  + String.join(", ", columns(arguments))
                  + ")");
      default -> Optional.empty();
    };
  }

  /** Returns the arguments with names turned into Columns. */
  static List<String> columns(List<String> arguments) {
    return arguments.stream()
        .map(argument -> isText(argument) ? "col(" + argument + ")" : argument)
        .collect(Collectors.toList());
  }

  /** Whether an argument is a string. */
  static boolean isText(String argument) {
    return argument.matches("\"(?:[^\"\\\\]|\\\\.)*\"");
  }
}
