package firesteel.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import firesteel.terminal.ShellWords.Request;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellWordsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"exit", "quit", ":q", ":quit", "/exit", "/quit", "exit()", "quit();", " exit ; "})
  void words_to_leave(String text) {
    assertThat(ShellWords.request(text, name -> false)).contains(Request.LEAVE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"help", ":help", "/help", "help()", ":h", "?", "/?"})
  void words_for_help(String text) {
    assertThat(ShellWords.request(text, name -> false)).contains(Request.HELP);
  }

  @Test
  void what_a_cell_declared_goes_first() {
    for (String text : List.of("exit", "quit()", "help")) {
      assertThat(ShellWords.request(text, List.of("exit", "quit", "help")::contains)).isEmpty();
    }
    assertThat(ShellWords.request(":q", name -> true)).contains(Request.LEAVE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"exit + 1", "int exit = 1;", "exit(1)", "// exit", "/* exit */", "q", "quit\nx"})
  void java_is_java(String text) {
    assertThat(ShellWords.request(text, name -> false)).isEmpty();
  }

  @Test
  void commands_of_other_shells_are_told_apart() {
    assertThat(ShellWords.request(":load a.scala", name -> false)).contains(Request.OTHER);
    assertThat(ShellWords.advice(":load a.scala")).contains("no command :load", "%run FILE");
    assertThat(ShellWords.advice("/vars")).contains("%who");
    assertThat(ShellWords.advice("/nonsense")).contains("%help", "exit leaves");
  }
}
