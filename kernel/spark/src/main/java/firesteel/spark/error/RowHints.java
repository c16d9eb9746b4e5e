package firesteel.spark.error;

import firesteel.api.error.CompileProblem;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.Dataset;

/**
 * Corrects uses of rows that were brought to the driver, which have the type Object in Java or are
 * not Java lists.
 */
final class RowHints {
  private static final Pattern LOOP = Pattern.compile("for\\s*\\(\\s*([\\w<>.\\s]+?)\\s*:\\s*$");
  private static final Pattern INDEXED =
      Pattern.compile("array required, but org\\.apache\\.spark\\.sql\\.(Dataset|Row)\\b.* found");
  private static final Pattern OF_OBJECT =
      Pattern.compile(
          "symbol:\\s+(?:variable|method) (\\w+)[\\s\\S]*class java\\.lang\\.Object\\s*$");
  private final ExpressionTypes types;
  private final DriverRows rows;

  RowHints(ExpressionTypes types) {
    this.types = types;
    rows = new DriverRows(types);
  }

  Optional<String> hint(CompileProblem problem) {
    ProblemText text = ProblemText.of(problem);
    return switch (problem.code()) {
      case "compiler.err.foreach.not.applicable.to.type" -> ofLoop(text);
      case "compiler.err.array.req.but.found" -> ofIndex(problem, text);
      case "compiler.err.cant.resolve.location", "compiler.err.cant.resolve.location.args" ->
          ofMember(problem, text);
      case "compiler.err.prob.found.req" -> ofValue(problem, text);
      default -> Optional.empty();
    };
  }

  private Optional<String> ofLoop(ProblemText text) {
    Matcher loop = LOOP.matcher(text.source().substring(0, text.start()));
    String variable = loop.find() ? loop.group(1) : "Row row";
    return rows.asList(text.marked())
        .map(list -> "write for (" + variable + " : " + list + ")")
        .or(
            () ->
                CallText.last(text.marked())
                    .filter(call -> call.method().equals("toLocalIterator"))
                    .filter(call -> types.isDataset(call.receiver().orElseThrow()))
                    .map(
                        call ->
                            "write for (%s : (Iterable<%s>) () -> %s)"
                                .formatted(
                                    variable,
                                    types.of(call.receiver().orElseThrow()).argument(0),
                                    text.marked())));
  }

  private Optional<String> ofIndex(CompileProblem problem, ProblemText text) {
    String source = text.source();
    int open = text.position();
    int close = text.end() - 1;
    if (open <= text.start() || open >= close || source.charAt(open) != '[') {
      return Optional.empty();
    }
    String array = source.substring(text.start(), open).strip();
    String index = source.substring(open + 1, close).strip();
    boolean isText = index.startsWith("\"");
    Optional<String> list = isText ? Optional.empty() : rows.calledAsList(array);
    if (list.isPresent()) {
      return Optional.of("write " + list.get() + ".get(" + index + ")");
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

  /** Corrects a member of rows in the driver. */
  private Optional<String> ofMember(CompileProblem problem, ProblemText text) {
    Matcher symbol = OF_OBJECT.matcher(problem.message());
    if (!symbol.find() || text.receiver().isEmpty()) {
      return Optional.empty();
    }
    String name = symbol.group(1);
    String receiver = text.receiver().get();
    String arguments =
        CallText.at(text.source(), text.position())
            .map(call -> "(" + String.join(", ", call.arguments()) + ")")
            .orElse("()");
    Optional<String> list = rows.calledAsList(receiver);
    if (list.isPresent()) {
      if (name.matches("length|len|count")) {
        return Optional.of("write " + list.get() + ".size()");
      }
      if (has(List.class, name)) {
        return Optional.of("write " + list.get() + "." + name + arguments);
      }
      return has(Dataset.class, name)
          ? rows.asDataset(receiver).map(dataset -> "write " + dataset + "." + name + arguments)
          : Optional.empty();
    }
    return Optional.empty();
  }

  private Optional<String> ofValue(CompileProblem problem, ProblemText text) {
    return Conversion.of(problem, text).flatMap(this::ofConversion);
  }

  private Optional<String> ofConversion(Conversion conversion) {
    String value = conversion.value();
    String from = conversion.from();
    TypeText to = conversion.to();
    if (from.equals("java.lang.Object")) {
      return ofRows(value, to);
    }
    return from.startsWith("java.util.List<org.apache.spark.sql.Row>")
        ? ofList(value, to)
        : Optional.empty();
  }

  /** Corrects the assignment of all rows to a variable of another type. */
  private Optional<String> ofRows(String value, TypeText to) {
    Optional<String> list = rows.calledAsList(value);
    if (list.isEmpty()) {
      return Optional.empty();
    }
    if (to.name().endsWith("[]")) {
      String element = to.name().replace("[]", "");
      return Character.isUpperCase(element.charAt(0))
          ? Optional.of("write " + list.get() + ".toArray(new " + element + "[0])")
          : Optional.empty();
    }
    return switch (to.name()) {
      case "List", "Collection", "Iterable" -> Optional.of("write " + list.get());
      case "Dataset" ->
          rows.asDataset(value).map(dataset -> "a Dataset stays one without it: write " + dataset);
      case "Row" -> Optional.of("write " + list.get() + ".get(0)");
      default -> Optional.empty();
    };
  }

  private Optional<String> ofList(String value, TypeText to) {
    String element = to.argument(0);
    return CallText.last(value)
        .filter(call -> to.name().equals("List") && !element.equals(TypeText.UNKNOWN))
        .filter(call -> call.method().matches("collectAsList|takeAsList"))
        .map(
            call ->
                "write %s.as(%s).%s(%s)"
                    .formatted(
                        call.receiver().orElseThrow(),
                        EncoderText.of(element),
                        call.method(),
                        String.join(", ", call.arguments())));
  }

  private static boolean has(Class<?> type, String method) {
    return Arrays.stream(type.getMethods()).anyMatch(found -> found.getName().equals(method));
  }
}
