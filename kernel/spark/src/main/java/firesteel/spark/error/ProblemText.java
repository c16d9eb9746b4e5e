package firesteel.spark.error;

import firesteel.api.error.CompileProblem;
import firesteel.source.TextLine;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The text of a cell that a compile error is about.
 *
 * @param source the whole text
 * @param start where the code in question starts
 * @param position the place javac points at, such as a dot or an operator
 * @param end where the code in question ends, exclusive
 */
record ProblemText(String source, int start, int position, int end) {
  static ProblemText of(CompileProblem problem) {
    int length = problem.source().length();
    return new ProblemText(
        problem.source(),
        Math.max(0, Math.min(problem.start(), length)),
        Math.max(0, Math.min(problem.position(), length)),
        Math.max(0, Math.min(problem.end(), length)));
  }

  /** Returns the marked code in one line; empty when javac marks none. */
  String marked() {
    return start < end ? plain(source.substring(start, end)) : "";
  }

  /** Returns the text before the dot that javac points at. */
  Optional<String> receiver() {
    return source.startsWith(".", position) && start < position
        ? Optional.of(plain(source.substring(start, position)))
        : Optional.empty();
  }

  /** Returns the line that javac points at. */
  String line() {
    return place().text();
  }

  /** Returns the line up to the position. */
  String before() {
    return place().before();
  }

  /** Returns the line from the position on. */
  String rest() {
    return place().rest();
  }

  private TextLine place() {
    return TextLine.at(source, position);
  }

  /** Returns a text in one line, without the brackets that only an operator needs. */
  static String plain(String text) {
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
}
