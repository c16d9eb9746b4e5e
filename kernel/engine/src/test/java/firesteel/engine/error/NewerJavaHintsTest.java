package firesteel.engine.error;

import static org.assertj.core.api.Assertions.assertThat;

import firesteel.api.error.CompileProblem;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests hints about newer Java's syntax and members on an older one. */
class NewerJavaHintsTest {
  private static Optional<String> hint(String code, String message, String source, int position) {
    return NewerJavaHints.hint(
        new CompileProblem(code, message, source, position, position, source.length()), 17);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "switch (v) { case String t: break; default: } | Java 21 | if (v instanceof String t)",
        "switch (f(v)) { case null -> 1; default -> 2; } | Java 21 | if (f(v) == null)",
        "switch (p) { case Pt(int a, int b) -> a; default -> 2; } | Java 21 | if (p instanceof Pt it)",
        "p instanceof Pt(int a, int b) | Java 21 | p instanceof Pt it, and read its components",
        "import module java.base; | Java 25 | import java.util.*;",
      })
  void needs_a_java_that_is_named(String source, String java, String written) {
    assertThat(hint("compiler.err.expected", "';' expected", source, 3).orElse(""))
        .contains(java, written, "FIRESTEEL_JAVA=");
  }

  @Test
  void is_left_alone_on_a_java_that_has_it() {
    String source = "switch (v) { case String t -> 1; default -> }";
    CompileProblem problem =
        new CompileProblem("compiler.err.expected", "';' expected", source, 3, 3, 4);
    assertThat(NewerJavaHints.hint(problem, 21)).isEmpty();
    assertThat(hint("compiler.err.expected", "';' expected", "switch (v) { case 1: f() }", 3))
        .isEmpty();
  }

  @Test
  void members_have_what_does_the_same() {
    String message =
        "cannot find symbol\n  symbol:   method getLast()\n  location: interface java.util.List<Integer>";
    String source = "xs.getLast()";
    CompileProblem problem =
        new CompileProblem("compiler.err.cant.resolve.location.args", message, source, 0, 2, 10);
    assertThat(NewerJavaHints.hint(problem, 17).orElse(""))
        .contains("getLast needs Java 21", "xs.get(xs.size() - 1)");
    assertThat(NewerJavaHints.hint(problem, 25)).isEmpty();
  }
}
