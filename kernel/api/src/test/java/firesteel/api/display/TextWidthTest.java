package firesteel.api.display;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextWidthTest {
  @Test
  void counts_the_columns_of_a_terminal() {
    assertThat(TextWidth.of("abc")).isEqualTo(3);
    assertThat(TextWidth.of("世界")).isEqualTo(4);
    assertThat(TextWidth.of("e\u0301")).isEqualTo(1);
    assertThat(TextWidth.of("\uD83D\uDD25")).isEqualTo(2);
    assertThat(TextWidth.of("\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67")).isEqualTo(2);
    assertThat(TextWidth.of("שלום")).isEqualTo(4);
  }

  @Test
  void cuts_at_a_width_without_cutting_a_character() {
    assertThat(TextWidth.fit("abcdef", 6)).isEqualTo("abcdef");
    assertThat(TextWidth.fit("abcdefg", 6)).isEqualTo("abcde…");
    assertThat(TextWidth.fit("世界世界", 6)).isEqualTo("世界…");
    assertThat(TextWidth.fit("", 6)).isEmpty();
  }

  @Test
  void right_to_left_text_does_not_turn_what_follows_it() {
    assertThat(TextWidth.fit("שלום", 6)).isEqualTo("שלום\u200E");
    assertThat(TextWidth.of("שלום\u200E")).isEqualTo(4);
    assertThat(TextWidth.fit("é 世", 6)).isEqualTo("é 世");
  }
}
