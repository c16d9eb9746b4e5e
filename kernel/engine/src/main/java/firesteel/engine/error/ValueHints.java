package firesteel.engine.error;

import firesteel.api.error.CompileProblem;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gives hints about values that are used in a way that their type doesn't support. */
final class ValueHints {
  private static final Pattern OPERATOR = Pattern.compile("binary operator '(\\S+)'");
  private static final Pattern BIG =
      Pattern.compile("first type:\\s+java\\.math\\.(BigDecimal|BigInteger)\\b");
  private static final Pattern INDEXED = Pattern.compile("array required, but ([\\w.$]+).* found");
  private static final Pattern LOSS =
      Pattern.compile("possible lossy conversion from (\\w+) to (\\w+)");
  private static final Pattern NOT_SPREAD =
      Pattern.compile(
          "varargs mismatch; java\\.util\\.\\w+<([\\w.$]+)> cannot be converted to \\1(?![\\w.<])");
  private static final Pattern NARROWER =
      Pattern.compile(
          "java\\.util\\.(Map|List|Set)<([\\w.]+)(?:,([\\w.]+))?> cannot be converted to"
              + " java\\.util\\.\\1<([\\w.]+)(?:,([\\w.]+))?>");

  private static final Pattern ARRAY =
      Pattern.compile(
          "incompatible types: ([\\w.]+)\\[\\] cannot be converted to"
              + " java\\.util\\.(?:List|Collection)<\\1>");
  private static final Pattern LOOPED = Pattern.compile("found:\\s+([\\w.]+)(?:<([\\w.$]+)>)?");

  private static final Map<String, String> ARITHMETIC =
      Map.of("+", "add", "-", "subtract", "*", "multiply", "/", "divide", "%", "remainder");

  private ValueHints() {}

  /** Returns the Java to write; empty for other problems. */
  static Optional<String> hint(CompileProblem problem) {
    return switch (problem.code()) {
      case "compiler.err.operator.cant.be.applied.1" -> ofOperator(problem);
      case "compiler.err.array.req.but.found" -> ofIndex(problem);
      case "compiler.err.cant.apply.symbols", "compiler.err.cant.apply.symbol" ->
          ofArgument(problem);
      case "compiler.err.foreach.not.applicable.to.type" -> ofLoop(problem);
      case "compiler.err.prob.found.req" ->
          ofLoss(problem).or(() -> ofArray(problem)).or(() -> ofWiderElements(problem));
      default -> Optional.empty();
    };
  }

  private static Optional<String> ofOperator(CompileProblem problem) {
    Matcher operator = OPERATOR.matcher(problem.message());
    if (!BIG.matcher(problem.message()).find() || !operator.find()) {
      return Optional.empty();
    }
    String sign = operator.group(1);
    if (ARITHMETIC.containsKey(sign)) {
      return Optional.of("write a." + ARITHMETIC.get(sign) + "(b), both of the same type");
    }
    return sign.matches("[<>]=?")
        ? Optional.of("write a.compareTo(b) " + sign + " 0")
        : Optional.empty();
  }

  private static Optional<String> ofIndex(CompileProblem problem) {
    Matcher found = INDEXED.matcher(problem.message());
    String source = problem.source();
    int open = problem.position();
    int close = Math.min(problem.end(), source.length()) - 1;
    if (!found.find() || open <= problem.start() || open >= close || source.charAt(open) != '[') {
      return Optional.empty();
    }
    String array = source.substring(problem.start(), open);
    String index = source.substring(open + 1, close);
    return switch (found.group(1)) {
      case "java.lang.String", "java.lang.StringBuilder" ->
          Optional.of("write " + array + ".charAt(" + index + ")");
      case "java.util.List",
          "java.util.ArrayList",
          "java.util.LinkedList",
          "java.util.Map",
          "java.util.HashMap",
          "java.util.TreeMap",
          "java.util.LinkedHashMap" ->
          Optional.of("write " + array + ".get(" + index + ")");
      default -> Optional.empty();
    };
  }

  /** Returns the Java for a loop over values of a type that isn't Iterable. */
  private static Optional<String> ofLoop(CompileProblem problem) {
    Matcher found = LOOPED.matcher(problem.message());
    int end = Math.min(problem.end(), problem.source().length());
    if (!found.find() || problem.start() < 0 || problem.start() >= end) {
      return Optional.empty();
    }
    String values = problem.source().substring(problem.start(), end);
    return switch (found.group(1)) {
      case "java.util.Map",
          "java.util.HashMap",
          "java.util.TreeMap",
          "java.util.LinkedHashMap",
          "java.util.concurrent.ConcurrentHashMap" ->
          Optional.of("write " + values + ".entrySet(), .keySet() or .values()");
      case "java.lang.String" -> Optional.of("write " + values + ".toCharArray()");
      case "java.util.stream.Stream" -> Optional.of("write " + values + ".toList()");
      case "java.util.stream.IntStream",
          "java.util.stream.LongStream",
          "java.util.stream.DoubleStream" ->
          Optional.of("write " + values + ".toArray()");
      case "int", "long" ->
          Optional.of("write for (" + found.group(1) + " i = 0; i < " + values + "; i++) { ... }");
      case "java.util.Iterator" ->
          Optional.of(
              "write (Iterable<%s>) () -> %s"
                  .formatted(found.group(2) == null ? "?" : simple(found.group(2)), values));
      default -> Optional.empty();
    };
  }

  private static Optional<String> ofLoss(CompileProblem problem) {
    Matcher loss = LOSS.matcher(problem.message());
    return loss.find()
        ? Optional.of(
            "declare it as "
                + loss.group(1)
                + ", or write ("
                + loss.group(2)
                + ") before the value")
        : Optional.empty();
  }

  private static Optional<String> ofArray(CompileProblem problem) {
    int end = Math.min(problem.end(), problem.source().length());
    return ARRAY.matcher(problem.message()).find() && problem.start() >= 0 && problem.start() < end
        ? Optional.of("write List.of(" + problem.source().substring(problem.start(), end) + ")")
        : Optional.empty();
  }

  private static Optional<String> ofArgument(CompileProblem problem) {
    Matcher spread = NOT_SPREAD.matcher(problem.message());
    if (spread.find()) {
      String type = spread.group(1).replaceAll(".*[.$]", "");
      return Optional.of("give its elements: list.toArray(new " + type + "[0])");
    }
    return ofWiderElements(problem);
  }

  /**
   * Returns the Java for converting a list to one with a wider element type, which Java doesn't do
   * by itself.
   */
  private static Optional<String> ofWiderElements(CompileProblem problem) {
    Matcher narrower = NARROWER.matcher(problem.message());
    while (narrower.find()) {
      String first = narrower.group(4);
      String second = narrower.group(5);
      boolean isWider = isWider(narrower.group(2), first) && isWider(narrower.group(3), second);
      if (isWider) {
        String kind = narrower.group(1);
        String types = simple(first) + (second == null ? "" : ", " + simple(second));
        String made = kind.equals("List") ? "ArrayList" : "Hash" + kind;
        return Optional.of(
            "declare it as %s<%s>, or give a copy: new %s<%s>(...)"
                .formatted(kind, types, made, types));
      }
    }
    return Optional.empty();
  }

  private static boolean isWider(String given, String wanted) {
    return given == null
        ? wanted == null
        : given.equals(wanted) || "java.lang.Object".equals(wanted);
  }

  private static String simple(String type) {
    return type.replaceAll(".*\\.", "");
  }
}
