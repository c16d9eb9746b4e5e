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
  void completesVariablesThatCellsDeclaredAndThoseAboveInTheCell() {
    run("String declared = \"x\";");
    assertThat(complete("declared.toUpp").matches())
        .extracting(Completion.Match::text)
        .contains("toUpperCase(");
    assertThat(complete("List<String> above = null;\nabove.strea").matches())
        .extracting(Completion.Match::text)
        .contains("stream()");
  }

  @Test
  void completesBelowMagicLinesAtTheRightPlace() {
    String code = "!echo hi\n\"abc\".subst";
    Completion completion = complete(code);
    assertThat(completion.start()).isEqualTo(code.length() - "subst".length());
    assertThat(completion.matches()).extracting(Completion.Match::text).contains("substring(");
  }

  @Test
  void tellsWhetherACellIsWhole() {
    assertThat(session().completeness("1 + 1").status()).isEqualTo(Completeness.Status.COMPLETE);
    assertThat(session().completeness("for (int i = 0; i < 3; i++) {").status())
        .isEqualTo(Completeness.Status.INCOMPLETE);
    assertThat(session().completeness("!ls").status()).isEqualTo(Completeness.Status.COMPLETE);
  }

  @Test
  void explainsACallBelowAMagicLine() {
    String code = "!echo hi\n\"abc\".substring(";
    assertThat(session().inspect(code, code.length() - 1, true))
        .hasValueSatisfying(bundle -> assertThat(bundle.text()).contains("substring"));
  }
}
