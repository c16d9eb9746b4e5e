package firesteel.spark.error;

import firesteel.api.error.CompileProblem;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A value used where one of another type is required.
 *
 * @param value the code of the value
 * @param from its type
 * @param to the required type
 */
record Conversion(String value, String from, TypeText to) {
  private static final Pattern MESSAGE =
      Pattern.compile("incompatible types: (\\S+) cannot be converted to (\\S+)");

  /** Reads it from a problem; empty when the problem is another, or javac marks no value. */
  static Optional<Conversion> of(CompileProblem problem, ProblemText text) {
    Matcher message = MESSAGE.matcher(problem.message());
    String value = text.marked();
    return message.find() && !value.isEmpty()
        ? Optional.of(new Conversion(value, message.group(1), TypeText.parse(message.group(2))))
        : Optional.empty();
  }
}
