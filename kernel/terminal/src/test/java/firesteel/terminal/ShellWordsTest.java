package firesteel.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import firesteel.terminal.ShellWords.Wish;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellWordsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"exit", "quit", ":q", ":quit", "/exit", "/quit", "exit()", "quit();", " exit ; "})
  void words_to_leave(String text) {
    assertThat(ShellWords.wish(text, name -> false)).contains(Wish.LEAVE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"help", ":help", "/help", "help()", ":h", "?", "/?"})
  void words_for_help(String text) {
    assertThat(ShellWords.wish(text, name -> false)).contains(Wish.HELP);
  }

  @Test
  void what_a_cell_declared_goes_first() {
    for (String text : List.of("exit", "quit()", "help")) {
      assertThat(ShellWords.wish(text, List.of("exit", "quit", "help")::contains)).isEmpty();
    }
    assertThat(ShellWords.wish(":q", name -> true)).contains(Wish.LEAVE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"exit + 1", "int exit = 1;", "exit(1)", "// exit", "/* exit */", "q", "quit\nx"})
  void java_is_java(String text) {
    assertThat(ShellWords.wish(text, name -> false)).isEmpty();
  }

  @Test
  void commands_of_other_shells_are_told_apart() {
    assertThat(ShellWords.wish(":load a.scala", name -> false)).contains(Wish.OTHER);
    assertThat(ShellWords.advice(":load a.scala")).contains("no command :load", "%run FILE");
    assertThat(ShellWords.advice("/vars")).contains("%who");
    assertThat(ShellWords.advice("/nonsense")).contains("%help", "exit leaves");
  }
}
