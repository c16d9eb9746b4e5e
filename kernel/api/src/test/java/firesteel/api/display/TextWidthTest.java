package firesteel.api.display;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @ParameterizedTest
  @CsvSource({
    "1, \u2764", // a heart as a letter
    "2, \u2764\uFE0F", // the same as an emoji
    "1, a\uFE0F", // a letter has no emoji presentation
    "2, 1\uFE0F\u20E3", // a key cap
    "1, \uD83C\uDF36", // a pepper, which is narrow by itself
    "2, \uD83C\uDF36\uFE0F",
    "2, \uD83C\uDDE8\uD83C\uDDED", // a flag of two letters
    "4, \uD83C\uDDE8\uD83C\uDDED\uD83C\uDDEF\uD83C\uDDF5", // two flags
    "2, \uD83D\uDC4D\uD83C\uDFFD", // a skin tone
    "2, \uD83E\uDDD1\uD83C\uDFFD\u200D\uD83D\uDE80", // and a profession
    "2, \uD83C\uDFF4\uDB40\uDC67\uDB40\uDC62\uDB40\uDC65\uDB40\uDC6E\uDB40\uDC67\uDB40\uDC7F",
    "2, \u1112\u1161\u11AB", // a Hangul syllable of three letters
    "2, \uFF8A\uFF9E", // half width, its voice mark takes a column
    "2, \u0928\u093F", // a vowel sign that takes a column
    "1, \u0E01\u0E47", // one that stands above
    "2, a\u200Bb", // zero width
    "1, \u00AD", // a soft hyphen is seen
    "2, \uFF21", // full width
  })
  void sequences_take_what_terminals_give_them(int columns, String text) {
    assertThat(TextWidth.of(text)).isEqualTo(columns);
  }

  @Test
  void a_text_is_filled_up_to_a_width() {
    assertThat(TextWidth.padEnd("日本", 6)).isEqualTo("日本  ");
    assertThat(TextWidth.padStart("日本", 6)).isEqualTo("  日本");
    assertThat(TextWidth.padStart("日本", 3)).isEqualTo("日本");
  }

  @Test
  void the_end_of_columns_is_behind_a_whole_character() {
    assertThat(TextWidth.endOfColumns("日本", 3)).isEqualTo(1);
    assertThat(TextWidth.endOfColumns("e\u0301e\u0301x", 2)).isEqualTo(4);
    assertThat(TextWidth.endOfColumns("ab", 5)).isEqualTo(2);
  }

  @Test
  void cuts_at_a_width_without_cutting_a_character() {
    assertThat(TextWidth.fit("abcdef", 6)).isEqualTo("abcdef");
    assertThat(TextWidth.fit("abcdefg", 6)).isEqualTo("abcde…");
    assertThat(TextWidth.fit("世界世界", 6)).isEqualTo("世界…");
    assertThat(TextWidth.fit("世界", 4)).isEqualTo("世界");
    assertThat(TextWidth.fit("世界", 3)).isEqualTo("世…");
    assertThat(TextWidth.fit("e\u0301te\u0301s", 3)).isEqualTo("e\u0301t…");
    assertThat(TextWidth.fit("世", 1)).isEqualTo("…");
    assertThat(TextWidth.fit("世", 0)).isEmpty();
    assertThat(TextWidth.fit("", 6)).isEmpty();
  }

  @Test
  void right_to_left_text_does_not_turn_what_follows_it() {
    assertThat(TextWidth.fit("שלום", 6)).isEqualTo("שלום\u200E");
    assertThat(TextWidth.of("שלום\u200E")).isEqualTo(4);
    assertThat(TextWidth.fit("é 世", 6)).isEqualTo("é 世");
    assertThat(TextWidth.fit(TextWidth.fit("שלום", 6), 6)).isEqualTo("שלום\u200E");
    assertThat(TextWidth.fit(TextWidth.fit("שלום", 6), 3)).isEqualTo("של…\u200E");
  }
}
