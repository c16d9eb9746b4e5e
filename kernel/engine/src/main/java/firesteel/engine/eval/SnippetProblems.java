package firesteel.engine.eval;

import firesteel.api.error.CompileProblem;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;

/** Converts the compiler's errors in a snippet to {@link CompileProblem}s. */
final class SnippetProblems {
  private SnippetProblems() {}

  /** Returns the errors of a rejected snippet; never empty. */
  static List<CompileProblem> of(JShell shell, String source, Snippet snippet) {
    List<CompileProblem> problems =
        shell
            .diagnostics(snippet)
            .filter(Diag::isError)
            .map(
                d ->
                    new CompileProblem(
                        d.getCode(),
                        d.getMessage(null),
                        source,
                        (int) d.getStartPosition(),
                        (int) d.getPosition(),
                        (int) d.getEndPosition()))
            .toList();
    if (!problems.isEmpty()) {
      return problems;
    }
    return List.of(new CompileProblem("", "this is not valid Java", source, 0, 0, source.length()));
  }

  /**
   * Returns an error that a compiler task found.
   *
   * @param source the text that was compiled
   */
  static CompileProblem of(Diagnostic<? extends JavaFileObject> found, String source) {
    return new CompileProblem(
        found.getCode(),
        found.getMessage(Locale.ENGLISH),
        source,
        (int) found.getStartPosition(),
        (int) found.getPosition(),
        (int) found.getEndPosition());
  }

  /** Returns the error of a {@code return} outside of a method. */
  static List<CompileProblem> ofReturn(String source, int at) {
    return List.of(
        new CompileProblem(
            CompileProblem.RETURN,
            "return outside a method",
            source,
            at,
            at,
            at + "return".length()));
  }

  /** Returns the names that a declaration lacks as errors at their positions. */
  static List<CompileProblem> missing(JShell shell, String source, DeclarationSnippet snippet) {
    List<CompileProblem> problems =
        shell
            .unresolvedDependencies(snippet)
            .map(
                missing -> {
                  String name = missing.substring(missing.lastIndexOf(' ') + 1);
                  int at = Math.max(0, source.indexOf(name));
                  return new CompileProblem(
                      "compiler.err.cant.resolve",
                      "cannot find symbol: " + missing,
                      source,
                      at,
                      at,
                      at + name.length());
                })
            .toList();
    return problems.isEmpty() ? of(shell, source, snippet) : problems;
  }
}
