package firesteel.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutputReferencesTest {
  private static EditedText in(String java) {
    return OutputReferences.in(
        java, 7, cell -> cell == 7 ? Optional.of("int") : Optional.<String>empty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "_ + 1 | ((int)Out(7)) + 1",
        "foo(_, 2) | foo(((int)Out(7)), 2)",
        "return _; | return ((int)Out(7));",
        "Out(7) + Out(3) | ((int)Out(7)) + Out(3)",
        "a > _ | a > ((int)Out(7))",
        "case A(int x) -> f(g(_)); | case A(int x) -> f(g(((int)Out(7))));",
        "o instanceof Pt p && f(_) | o instanceof Pt p && f(((int)Out(7)))",
        "max(1, _) | max(1, ((int)Out(7)))",
      })
  void gives_references_their_types(String java, String expected) {
    assertThat(in(java).text()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "_ -> 1",
        "(_, x) -> x",
        "var _ = 3;",
        "catch (Exception _) {}",
        "a._",
        "\"_\"",
        "a_b",
        "x.Out(7)",
        "Out(n)",
        "if (o instanceof Pt(_, int y)) {}",
        "boolean is = o instanceof Pt(int q, _) && q > 1;",
        "switch (o) { case Pt(int a, _) when a > 0 -> 1; case Pt(_, _) -> 2; }",
        "o instanceof Line<Integer>(a.b.Pt(_, var b), Pt _)",
      })
  void leaves_other_underscores_alone(String java) {
    assertThat(in(java).text()).isEqualTo(java);
  }

  @Test
  void maps_positions_back() {
    EditedText references = in("_ + _ + x");
    assertThat(references.original(references.text().indexOf("x"))).isEqualTo(8);
    assertThat(references.original(3)).isEqualTo(0);
  }
}
