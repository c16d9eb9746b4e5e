package firesteel.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextLineTest {
  @Test
  void a_position_is_on_the_line_that_it_starts_ends_or_is_within() {
    String text = "one\ntwo\n\nfour";

    assertThat(TextLine.at(text, 0)).isEqualTo(new TextLine("one", 0, 0, 1));
    assertThat(TextLine.at(text, 3)).isEqualTo(new TextLine("one", 0, 3, 1));
    assertThat(TextLine.at(text, 4)).isEqualTo(new TextLine("two", 4, 4, 2));
    assertThat(TextLine.at(text, 8)).isEqualTo(new TextLine("", 8, 8, 3));
    assertThat(TextLine.at(text, 11)).isEqualTo(new TextLine("four", 9, 11, 4));
  }

  @Test
  void positions_outside_of_the_text_count_as_its_start_and_end() {
    assertThat(TextLine.at("a\nb", -1)).isEqualTo(new TextLine("a", 0, 0, 1));
    assertThat(TextLine.at("a\nb", 9)).isEqualTo(new TextLine("b", 2, 3, 2));
    assertThat(TextLine.at("", 0)).isEqualTo(new TextLine("", 0, 0, 1));
  }

  @Test
  void the_position_parts_the_line() {
    TextLine line = TextLine.at("x\nint y = 2;", 6);

    assertThat(line.before()).isEqualTo("int ");
    assertThat(line.rest()).isEqualTo("y = 2;");
    assertThat(line.column()).isEqualTo(4);
  }
}
