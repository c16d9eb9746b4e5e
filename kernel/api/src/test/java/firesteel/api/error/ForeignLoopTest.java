package firesteel.api.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Loops of Python and Scala in Java. */
class ForeignLoopTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "for (row <- df.collect()) println(row) | for (var row : df.collect()) { ... }",
        "for (x <- f(g(1), 2)) { | for (var x : f(g(1), 2)) { ... }",
        "for (i <- 0 until n) | for (int i = 0; i < n; i++) { ... }",
        "for (i <- 1 to 10 by 2) | for (int i = 1; i <= 10; i += 2) { ... }",
        "for ((k, v) <- m) f(k) | for (var entry : m) { ... }",
        "for i in range(1, 5): f(i) | for (int i = 1; i < 5; i++) { ... }",
        "for i in range(9, 0, -1): | for (int i = 9; i > 0; i -= 1) { ... }",
        "for i in range(len(xs)): | for (int i = 0; i < xs.size(); i++) { ... }",
        "for i, x in enumerate(xs): | for (int i = 0; i < xs.size(); i++) { ... }",
        "for k, v in m.items(): | for (var entry : m.entrySet()) { ... }",
        "for k in m.keys(): | for (var k : m.keySet()) { ... }",
        "for c in ['a', 'b']: | for (var c : List.of(\"a\", \"b\")) { ... }",
        "for x in xs[1:]: | for (var x : values) { ... }",
      })
  void are_loops_of_java(String line, String java) {
    assertThat(ForeignLoop.in(line).map(ForeignLoop::java)).contains(java);
  }

  @ParameterizedTest
  @CsvSource({"for (int i : xs) f(i)", "for x in xs", "for (x <- xs", "format(in)"})
  void are_no_others(String line) {
    assertThat(ForeignLoop.in(line)).isEmpty();
  }
}
