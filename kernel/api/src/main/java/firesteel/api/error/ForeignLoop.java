package firesteel.api.error;

import firesteel.source.JavaLexer;
import firesteel.source.JavaToken;
import firesteel.source.JavaToken.Kind;
import firesteel.source.TextLine;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A loop over values, written in the syntax of Python or Scala.
 *
 * @param names the loop variable; several names are separated by commas
 * @param values the expression that is looped over
 */
public record ForeignLoop(String names, String values) {
  private static final Pattern PYTHON =
      Pattern.compile("^\\s*for\\s+\\(?(\\w+(?:\\s*,\\s*\\w+)*)\\)?\\s+in\\s+");
  private static final Pattern SCALA =
      Pattern.compile("^\\s*for\\s*\\(\\s*\\(?(\\w+(?:\\s*,\\s*\\w+)*)\\)?\\s*<-\\s*");
  private static final Pattern NUMBERS = Pattern.compile("range\\((.+)\\)");
  private static final Pattern TO =
      Pattern.compile("(\\S+)\\s+(to|until)\\s+(\\S+)(?:\\s+by\\s+(\\S+))?");
  private static final Pattern LISTED =
      Pattern.compile("\\[([^\\[\\]]*)\\]|(?:List|Seq|Array)\\(([^()]*)\\)");
  private static final Pattern LENGTH = Pattern.compile("\\blen\\(([\\w.]+)\\)");

  /** Matches text that can't be Java: slices, comprehensions, strings in single quotes. */
  private static final Pattern FOREIGN = Pattern.compile("[\\[\\]']|\\bfor\\b|<-|\\blambda\\b");

  private static final Pattern OF_MAP = Pattern.compile("(.+)\\.(items|keys|values)\\(\\)");
  private static final Pattern COUNTED = Pattern.compile("enumerate\\(([\\w.()]+)\\)");

  /** Returns the loop that a line begins; empty when it begins none, or a Java loop. */
  public static Optional<ForeignLoop> in(String line) {
    Matcher python = PYTHON.matcher(line);
    if (python.find()) {
      return upTo(line, python.end(), ":").map(text -> new ForeignLoop(python.group(1), text));
    }
    Matcher scala = SCALA.matcher(line);
    return scala.find()
        ? upTo(line, scala.end(), ")").map(text -> new ForeignLoop(scala.group(1), text))
        : Optional.empty();
  }

  /** Returns the loop that the line of a problem begins. */
  public static Optional<ForeignLoop> of(CompileProblem problem) {
    return in(TextLine.at(problem.source(), problem.position()).text());
  }

  /** Returns the text up to a token that stands outside of brackets. */
  private static Optional<String> upTo(String line, int start, String token) {
    List<JavaToken> tokens = JavaLexer.tokens(line.substring(start));
    String text = line.substring(start);
    int depth = 0;
    for (JavaToken next : tokens) {
      if (depth == 0 && next.is(text, token)) {
        String values = text.substring(0, next.start()).strip();
        return values.isEmpty() ? Optional.empty() : Optional.of(values);
      }
      depth += next.kind() == Kind.OPEN ? 1 : next.kind() == Kind.CLOSE ? -1 : 0;
    }
    return Optional.empty();
  }

  /** Returns this loop over other values. */
  public ForeignLoop over(String otherValues) {
    return new ForeignLoop(names, otherValues);
  }

  /** The beginning of the loop in Java. */
  public String java() {
    String name = names.contains(",") ? "entry" : names;
    Matcher numbers = NUMBERS.matcher(values);
    Matcher to = TO.matcher(values);
    Matcher listed = LISTED.matcher(values);
    Matcher ofMap = OF_MAP.matcher(values);
    Matcher counted = COUNTED.matcher(values);
    if (numbers.matches() && !names.contains(",")) {
      String[] parts = LENGTH.matcher(numbers.group(1)).replaceAll("$1.size()").split("\\s*,\\s*");
      return parts.length == 1
          ? counting("0", "<", parts[0], "1")
          : counting(parts[0], "<", parts[1], parts.length == 3 ? parts[2] : "1");
    }
    if (to.matches()) {
      String step = to.group(4) == null ? "1" : to.group(4);
      return counting(to.group(1), to.group(2).equals("to") ? "<=" : "<", to.group(3), step);
    }
    if (counted.matches()) {
      String index = names.replaceFirst("\\W.*", "");
      return "for (int %1$s = 0; %1$s < %2$s.size(); %1$s++) { ... }"
          .formatted(index, counted.group(1));
    }
    if (listed.matches()) {
      String elements = listed.group(1) == null ? listed.group(2) : listed.group(1);
      return each(name, "List.of(" + elements.replaceAll("'([^'\"]*)'", "\"$1\"") + ")");
    }
    if (ofMap.matches()) {
      return each(
          name,
          ofMap.group(1)
              + switch (ofMap.group(2)) {
                case "items" -> ".entrySet()";
                case "keys" -> ".keySet()";
                default -> ".values()";
              });
    }
    return each(name, FOREIGN.matcher(values).find() ? "values" : values);
  }

  private static String each(String name, String values) {
    return "for (var " + name + " : " + values + ") { ... }";
  }

  private String counting(String from, String below, String to, String step) {
    boolean isDown = step.startsWith("-");
    String change =
        step.equals("1")
            ? names + "++"
            : isDown ? names + " -= " + step.substring(1) : names + " += " + step;
    return "for (int "
        + String.join(
            "; ",
            names + " = " + from,
            names + " " + (isDown ? below.replace('<', '>') : below) + " " + to,
            change)
        + ") { ... }";
  }
}
