package firesteel.engine.magic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JavaTextTest {
  private static String java(String text) {
    return text.substring(0, JavaText.endOf(text));
  }

  @Test
  void options_begin_behind_the_java() {
    assertThat(java("cities --limit 5")).isEqualTo("cities ");
    assertThat(java("cities --limit=5 --stats")).isEqualTo("cities ");
    assertThat(java("cities --")).isEqualTo("cities ");
    assertThat(java("cities")).isEqualTo("cities");
    assertThat(java("")).isEmpty();
  }

  @Test
  void what_is_in_quotes_or_brackets_is_java() {
    assertThat(java("d.filter(\"x --limit 5\") --stats")).isEqualTo("d.filter(\"x --limit 5\") ");
    assertThat(java("f(a, --b) --stats")).isEqualTo("f(a, --b) ");
    assertThat(java("f(\"\\\" --no\") --yes")).isEqualTo("f(\"\\\" --no\") ");
    assertThat(java("'\"' --yes")).isEqualTo("'\"' ");
    assertThat(java("i--")).isEqualTo("i--");
    assertThat(java("a - --I")).isEqualTo("a - --I");
  }
}
