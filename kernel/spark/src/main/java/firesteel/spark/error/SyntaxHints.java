package firesteel.spark.error;

import firesteel.api.error.CompileProblem;
import firesteel.api.error.ForeignLoop;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Explains code that is not Java but Python, Scala or SQL, as written for Spark. */
final class SyntaxHints {
  private static final Pattern SQL =
      Pattern.compile(
          "(?is)\\s*(select\\s.+\\sfrom\\s.+|insert\\s+into\\s.+|show\\s+(tables|databases|functions)\\b.*"
              + "|(create|drop)\\s+(or\\s+replace\\s+)?(temp(orary)?\\s+)?(table|view|database)\\s.+"
              + "|describe\\s+\\w+.*|with\\s+\\w+\\s+as\\s*\\(.+)");
  private static final Pattern SYMBOL = Pattern.compile("^'(\\w+)\\b(?!')(.*)");
  private static final Pattern STAR = Pattern.compile("\\bcount\\(\\s*\\*\\s*\\)");
  private static final Pattern PAIR = Pattern.compile("->\\s*\\(([^()]+,[^()]+)\\)");
  private static final Pattern INFIX =
      Pattern.compile("^\\s*(and|or|like|rlike|in|isin|as|alias|contains|is)\\s+(not\\s+)?(.*)");
  private static final Pattern OPERAND =
      Pattern.compile(
          "^(\"[^\"]*\"|\\([^()]*\\)|[\\w.]+(?:\\((?:[^()]|\\([^()]*\\))*\\)[\\w.]*)*)");

  private final DriverRows rows;

  SyntaxHints(ExpressionTypes types) {
    rows = new DriverRows(types);
  }

  Optional<String> hint(CompileProblem problem) {
    ProblemText text = ProblemText.of(problem);
    boolean isSyntax =
        problem.code().startsWith("compiler.err.expected")
            || problem.code().startsWith("compiler.err.illegal.start")
            || problem.refusesUnderscore()
            || problem.code().equals("compiler.err.not.stmt")
            || problem.code().equals("compiler.err.unclosed.char.lit");
    if (!isSyntax) {
      return Optional.empty();
    }
    if (SQL.matcher(problem.source()).matches()) {
      return Optional.of("this is SQL: put %%sql on a line before it, or write spark.sql(\"...\")");
    }
    return ofLine(text.line().strip())
        .or(() -> ofLoop(problem))
        .or(() -> ofToken(text.before(), text.rest()))
        .or(() -> ofInfix(text));
  }

  private static Optional<String> ofLine(String line) {
    if (line.matches("import\\s+\\w+\\.implicits\\._.*")) {
      return Optional.of(
          "Java needs no implicits: give an encoder, such as Encoders.STRING(), and col(\"a\") for a"
              + " column");
    }
    if (line.matches("import\\s+org\\.apache\\.spark\\.sql\\.functions\\._.*")
        || line.matches("(from|import)\\s+pyspark\\b.*")) {
      return Optional.of("Spark's classes and functions are imported already: write col(\"a\")");
    }
    return Optional.empty();
  }

  /** Corrects a loop over a Dataset or over the rows it brings to the driver. */
  private Optional<String> ofLoop(CompileProblem problem) {
    return ForeignLoop.of(problem)
        .flatMap(loop -> rows.asList(loop.values()).map(list -> "write " + loop.over(list).java()));
  }

  private Optional<String> ofToken(String before, String rest) {
    Matcher star = STAR.matcher(before + rest);
    if (star.find() && star.start() < before.length() && before.length() <= star.end()) {
      return Optional.of("write count(\"*\")");
    }
    if (before.endsWith("$") && rest.startsWith("\"")) {
      return Optional.of("write col(" + string(rest) + ")");
    }
    Matcher symbol = SYMBOL.matcher(rest);
    if (symbol.matches() && !closes(symbol.group(2))) {
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
    if (before.matches(".*\\b(randomSplit|approxQuantile)\\([^()]*") && rest.startsWith("[")) {
      int close = rest.indexOf(']');
      return Optional.of(
          "an array is written new double[] {"
              + (close < 0 ? "0.5" : rest.substring(1, close))
              + "}");
    }
    if (before.matches(".*\\b(join|dropDuplicates)\\([^()]*") && rest.matches("\\[[^\\[\\]]*].*")) {
      return Optional.of(
          "write new String[] {" + rest.substring(1, rest.indexOf(']')).replace('\'', '"') + "}");
    }
    if (before.endsWith(".") && rest.startsWith("else")) {
      return Optional.of("write .otherwise(...) for .else(...)");
    }
    Matcher pair = PAIR.matcher(before + rest);
    return pair.find() && pair.end() >= before.length() && pair.start() <= before.length()
        ? Optional.of("a pair is written new scala.Tuple2<>(" + pair.group(1).strip() + ")")
        : Optional.empty();
  }

  /** Whether a quote closes a string that another one has opened, rather than opening a symbol. */
  private static boolean closes(String rest) {
    return rest.matches("[^']*[^',(\\s]?'(?!\\w).*");
  }

  /** Corrects methods written between their operands, as in Scala or SQL. */
  private static Optional<String> ofInfix(ProblemText text) {
    String before = text.before().stripTrailing();
    if (before.matches(".*\\bnot") && text.rest().matches("^\\s+\\w.*|^\\w.*")) {
      Matcher operand = OPERAND.matcher(text.rest().strip());
      return operand.find() ? Optional.of("write not(" + operand.group(1) + ")") : Optional.empty();
    }
    Matcher infix = INFIX.matcher(text.rest());
    if (!before.matches(".*[)\\w\"]") || !infix.matches() || !isOfColumns(text)) {
      return Optional.empty();
    }
    String word = infix.group(1);
    boolean isNegated = infix.group(2) != null;
    String right = infix.group(3);
    if (word.equals("is")) {
      return right.startsWith("null") || right.startsWith("None")
          ? Optional.of(isNegated ? "write .isNotNull()" : "write .isNull()")
          : Optional.empty();
    }
    Matcher operand = OPERAND.matcher(right);
    if (!operand.find() || isNegated) {
      return Optional.empty();
    }
    String method = word.equals("in") ? "isin" : word;
    return Optional.of(
        "a Column has methods for this: write ."
            + method
            + "("
            + ProblemText.plain(operand.group(1))
            + ")");
  }

  private static boolean isOfColumns(ProblemText text) {
    return text.line().matches(".*\\b(col|column|lit|expr)\\(.*");
  }

  private static String string(String rest) {
    int close = rest.indexOf('"', 1);
    return close < 0 ? rest : rest.substring(0, close + 1);
  }
}
