package firesteel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import firesteel.api.display.MimeBundle;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SessionMagicCallsTest extends SessionCase {
  @BeforeAll
  static void register() {
    session()
        .magics()
        .registerLine("words", "Gives its words.", (context, words, body) -> List.copyOf(words));
    session()
        .magics()
        .registerCell(
            "upper", "Upper case.", (context, words, body) -> words + body.get().toUpperCase());
    session()
        .magics()
        .registerLine(
            "broken",
            "Fails.",
            (context, words, body) -> {
              throw new java.io.IOException("disk full");
            });
  }

  @Test
  void a_line_magic_is_the_value_of_a_variable() {
    assertThat(value("List<String> found = %words libs/*.jar 'a b' --flag\nfound.size() + 1"))
        .isEqualTo("4");
    assertThat(value("found")).isEqualTo("[libs/*.jar, a b, --flag]");
  }

  @Test
  void a_line_magic_is_a_value_within_a_block_too() {
    assertThat(
            value(
                "String joined(String s) {\n  List<String> w = %words a b\n"
                    + "  return s + w;\n}\njoined(\"x\")"))
        .isEqualTo("x[a, b]");
  }

  @Test
  void errors_below_a_magic_name_the_line_and_the_place_that_the_user_wrote() {
    assertThat(failure("List<String> w2 = %words a b\nint n = w2;"))
        .contains("line 2")
        .contains("int n = w2;");
  }

  @Test
  void magics_can_be_called() {
    assertThat(
            value("List<String> called = lineMagic(\"words\", List.of(\"a b\", \"c\"));\ncalled"))
        .isEqualTo("[a b, c]");
    assertThat(value("String text = cellMagic(\"upper\", List.of(\"x\"), \"abc\");\ntext"))
        .isEqualTo("[x]ABC");
  }

  @Test
  void what_a_called_magic_throws_is_the_cells_error() {
    assertThat(failure("lineMagic(\"broken\", List.of())")).contains("disk full");
    assertThat(failure("lineMagic(\"wrods\", List.of())")).contains("Did you mean %words?");
  }

  @Test
  void a_cells_text_can_be_evaluated_for_its_value() {
    assertThat(value("(int) eval(\"1 + 2\") + 3")).isEqualTo("6");
    assertThat(value("eval(\"int declared = 40;\\ndeclared + 2\")")).isEqualTo("42");
    assertThat(value("declared")).isEqualTo("40");
    assertThat(value("eval(\"%words a\")")).isEqualTo("[a]");
    assertThat(value("Object none = eval(\"int m = 1;\");\nnone == null")).isEqualTo("true");
  }

  @Test
  void evaluated_text_that_is_no_java_fails_with_its_own_words() {
    assertThat(failure("eval(\"int n = ;\")")).contains("illegal start of expression");
  }

  @Test
  void registered_magics_are_listed_completed_and_explained() {
    assertThat(session().magics().lineNames()).contains("words");
    assertThat(session().complete("%wor", 4).matches()).extracting("text").contains("%words");
    assertThat(session().complete("var x = %wor", 12).matches())
        .extracting("text")
        .contains("%words");
    assertThat(session().inspect("%words", 3, false).map(MimeBundle::text).orElse(""))
        .contains("Gives its words.");
  }

  @Test
  void a_cell_with_a_magic_as_a_value_is_complete() {
    assertThat(session().completeness("List<String> w = %words libs/*.jar").status().toString())
        .isEqualTo("COMPLETE");
  }
}
