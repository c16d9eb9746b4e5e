package firesteel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import firesteel.api.completion.Completeness;
import firesteel.api.completion.Completion;
import org.junit.jupiter.api.Test;

class SessionAssistTest extends SessionCase {
  private static Completion complete(String code) {
    return session().complete(code, code.length());
  }

  @Test
  void completes_variables_that_cells_declared_and_those_above_in_the_cell() {
    run("String declared = \"x\";");
    assertThat(complete("declared.toUpp").matches())
        .extracting(Completion.Match::text)
        .contains("toUpperCase(");
    assertThat(complete("List<String> above = null;\nabove.strea").matches())
        .extracting(Completion.Match::text)
        .contains("stream()");
  }

  @Test
  void completes_below_magic_lines_at_the_right_place() {
    String code = "!echo hi\n\"abc\".subst";
    Completion completion = complete(code);
    assertThat(completion.start()).isEqualTo(code.length() - "subst".length());
    assertThat(completion.matches()).extracting(Completion.Match::text).contains("substring(");
  }

  @Test
  void tells_whether_a_cell_is_whole() {
    assertThat(session().completeness("1 + 1").status()).isEqualTo(Completeness.Status.COMPLETE);
    assertThat(session().completeness("for (int i = 0; i < 3; i++) {").status())
        .isEqualTo(Completeness.Status.INCOMPLETE);
    assertThat(session().completeness("!ls").status()).isEqualTo(Completeness.Status.COMPLETE);
  }

  @Test
  void explains_a_call_below_a_magic_line() {
    String code = "!echo hi\n\"abc\".substring(";
    assertThat(session().inspect(code, code.length() - 1, true))
        .hasValueSatisfying(bundle -> assertThat(bundle.text()).contains("substring"));
  }
}
