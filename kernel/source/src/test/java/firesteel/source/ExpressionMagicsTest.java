package firesteel.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionMagicsTest {
  private static final String CALL = "firesteel.api.notebook.MagicCalls.line";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "List<String> a = %jars libs/*.jar|List<String> a = CALL('jars', 'libs/*.jar');",
        "var a =%jars libs/*.jar;|var a =CALL('jars', 'libs/*.jar');",
        "a = %pwd  ; |a = CALL('pwd', '');",
      })
  void a_magic_behind_an_equals_sign_is_a_call(String java, String expected) {
    String text = ExpressionMagics.in(java).text();
    assertThat(text.replace(CALL, "CALL").replace('"', '\'')).isEqualTo(expected);
  }

  @Test
  void what_the_magic_takes_reaches_it_as_it_was_typed() {
    assertThat(ExpressionMagics.in("s = %run \"a b\" C:\\new\\u0041 /* // ").text())
        .isEqualTo("s = " + CALL + "(\"run\", \"\\\"a b\\\" C:\\\\new\\\\u0041 /* //\");");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "int a = b % c;",
        "int a = b\n  %c;",
        "a %= b;",
        "String s = \"= %jars x\";",
        "// a = %jars x",
        "boolean b = c ==\n%d",
      })
  void remainders_strings_and_comments_are_left_alone(String java) {
    assertThat(ExpressionMagics.in(java).text()).isEqualTo(java);
  }

  @Test
  void what_follows_keeps_its_place() {
    String java = "var a = %jars libs/*.jar\nfoo(a);";
    EditedText edited = ExpressionMagics.in(java);
    assertThat(edited.text()).endsWith("\nfoo(a);");
    assertThat(edited.original(edited.text().indexOf("foo"))).isEqualTo(java.indexOf("foo"));
    assertThat(edited.original(edited.text().indexOf("jars"))).isEqualTo(java.indexOf('%'));
  }
}
