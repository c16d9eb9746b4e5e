package firesteel.spark.error;

import firesteel.api.error.CompileProblem;
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

  /** The code in question, in one line; empty when javac marks none. */
  String marked() {
    return start < end ? plain(source.substring(start, end)) : "";
  }

  /** What stands before the dot that javac points at. */
  Optional<String> receiver() {
    return source.startsWith(".", position) && start < position
        ? Optional.of(plain(source.substring(start, position)))
        : Optional.empty();
  }

  /** The line that javac points at. */
  String line() {
    return source.substring(lineStart(), lineEnd());
  }

  /** The line up to the place. */
  String before() {
    return source.substring(lineStart(), position);
  }

  /** The line from the place on. */
  String rest() {
    return source.substring(position, lineEnd());
  }

  private int lineStart() {
    return source.lastIndexOf('\n', position - 1) + 1;
  }

  private int lineEnd() {
    int end = source.indexOf('\n', position);
    return end < 0 ? source.length() : end;
  }

  /** Without the brackets that only an operator needs, and in one line. */
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
