package firesteel.engine.magic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firesteel.api.display.MimeBundle;
import firesteel.api.error.MagicException;
import firesteel.api.session.RecordingOutputs;
import firesteel.api.session.RunningCell;
import firesteel.engine.JavaSession;
import firesteel.engine.TestCells;
import firesteel.engine.plugin.LoadedPlugins;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MagicRunnerTest {
  @TempDir Path folder;

  private final RecordingOutputs outputs = new RecordingOutputs();
  private MagicRunner magics;
  private RunningCell cell;

  @BeforeEach
  void findMagics() throws Exception {
    magics = new MagicRunner(LoadedPlugins.ofClassPath(SampleMagics.loader(folder)));
    cell = TestCells.of(JavaSession.builder().build(), outputs, true);
  }

  @Test
  void finds_names_and_aliases_without_making_a_magic_and_leaves_broken_entries_out() {
    int before = SampleMagics.MADE.get();
    assertThat(magics.lineNames())
        .containsExactly("broken", "code", "greet", "hail", "many", "parts", "query");
    assertThat(magics.cellNames()).containsExactly("code", "query", "wall");
    assertThat(magics.summary("greet")).hasValue("Greets somebody 100 % of the time.");
    assertThat(SampleMagics.MADE).hasValue(before);
  }

  @Test
  void sets_fields_from_quoted_words_and_options() throws Exception {
    Object value =
        magics.runLine("greet", " --tone=formal 'Ada  Lovelace' -c \"my card.txt\" -q", cell);
    assertThat(value)
        .isEqualTo(List.of("Ada  Lovelace", SampleMagics.Tone.FORMAL, "my card.txt", true, "null"));
  }

  @Test
  void an_option_joined_to_its_quoted_value_is_one_word() throws Exception {
    Object value = magics.runLine("greet", "--card=\"a b\" @file ${user.home}", cell);
    assertThat(value)
        .isEqualTo(List.of("@file", SampleMagics.Tone.FRIENDLY, "a b", false, "${user.home}"));
  }

  @Test
  void a_subcommand_runs_in_place_of_its_magic_and_has_help_and_errors_of_its_own()
      throws Exception {
    assertThat(magics.runLine("many", "", cell)).isEqualTo("many");
    assertThat(magics.runLine("many", "one this --often 3", cell)).isEqualTo("this3");
    magics.runLine("many", "one --help", cell);
    assertThat(outputs.shown().get(0).text())
        .contains("Usage: %many one", "Does one thing.", "--often");
    assertThatThrownBy(() -> magics.runLine("many", "one", cell))
        .isInstanceOf(MagicException.class)
        .hasMessageContaining("%many one: Missing required parameter: 'WHAT'")
        .hasMessageContaining("Usage: %many one");
    assertThatThrownBy(() -> magics.runLine("many", "two", cell))
        .isInstanceOf(MagicException.class)
        .hasMessageContaining("two")
        .hasMessageContaining("Usage: %many");
  }

  @Test
  void every_use_has_a_fresh_instance() throws Exception {
    magics.runLine("greet", "--tone=formal Ada", cell);
    assertThat((List<?>) magics.runLine("greet", "Ada", cell))
        .element(1)
        .isEqualTo(SampleMagics.Tone.FRIENDLY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "-n 5 x + \"a  b\" ~ 5|false|x + \"a  b\"",
        "-n5 -v x ~ 5|true|x",
        "-n=5 f('x', \"it's\") ~ 5|false|f('x', \"it's\")",
        "x -n 5 ~ -1|false|x -n 5",
        "-x + 1 ~ -1|false|-x + 1",
        "-value ~ -1|false|-value",
        "-1 ~ -1|false|-1",
        "-n 2 -- -n ~ 2|false|-n",
        "-- --count ~ -1|false|--count",
        "--i ~ -1|false|--i",
        "'open ~ -1|false|'open",
        "` ` ~ -1|false|null",
      })
  void takes_the_rest_of_the_line_as_typed(String arguments, String seen) throws Exception {
    assertThat(magics.runLine("code", arguments, cell)).isEqualTo(seen.strip());
  }

  @Test
  void a_cell_magic_gets_its_line_and_its_body() throws Exception {
    assertThat(magics.runCell("code", "-n 1 a  b", "line 1\n  line 2\n", cell))
        .isEqualTo("1|false|a  b|line 1\n  line 2\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--tone=rude Ada", "--nope Ada", "Ada b c", "'Ada", "-c"})
  void bad_arguments_are_refused_with_the_usage(String arguments) {
    assertThatThrownBy(() -> magics.runLine("greet", arguments, cell))
        .isInstanceOf(MagicException.class)
        .hasMessageStartingWith("%greet: ")
        .hasMessageContaining("Usage: %greet")
        .hasMessageContaining("--tone=<tone>");
  }

  @Test
  void an_unknown_long_option_before_code_is_refused() {
    assertThatThrownBy(() -> magics.runLine("code", "--loops 3 f()", cell))
        .isInstanceOf(MagicException.class)
        .hasMessageContaining("Unknown option: --loops");
  }

  @Test
  void an_option_that_is_near_is_proposed_with_its_line_and_the_others_are_not_listed() {
    assertThatThrownBy(() -> magics.runLine("greet", "--tne=formal Ada", cell))
        .hasMessageContaining("Did you mean this?\n  ")
        .hasMessageContaining("--tone=<tone>")
        .satisfies(e -> assertThat(e.getMessage().lines().count()).isLessThan(7));
    assertThatThrownBy(() -> magics.runLine("many", "oen", cell))
        .hasMessageContaining("Did you mean %many one?");
  }

  @Test
  void help_is_shown_in_place_of_a_run() throws Exception {
    assertThat(magics.runLine("greet", "--help", cell)).isNull();
    assertThat(outputs.shown()).hasSize(1);
    assertThat(outputs.shown().get(0).text())
        .contains("Usage: %greet", "Greets somebody 100 % of the time.", "Show this help");
  }

  @Test
  void a_body_of_both_kinds_names_itself_as_it_was_written() throws Exception {
    magics.runCell("code", "--help", "", cell);
    assertThat(outputs.shown().get(0).text()).startsWith("Usage: %%code");
  }

  @Test
  void an_unknown_name_is_answered_with_the_nearest() {
    assertThatThrownBy(() -> magics.runLine("gret", "", cell))
        .isInstanceOf(MagicException.class)
        .hasMessageContaining("no line magic %gret")
        .hasMessageContaining("%greet")
        .hasMessageNotContaining("%code");
    assertThatThrownBy(() -> magics.runCell("wlal", "", "", cell)).hasMessageContaining("%%wall");
    assertThatThrownBy(() -> magics.runLine("zzzzzzzz", "", cell))
        .hasMessageContaining("%lsmagic")
        .hasMessageNotContaining("Did you mean");
  }

  @Test
  void a_name_of_the_other_kind_is_told() {
    assertThatThrownBy(() -> magics.runLine("wall", "", cell))
        .hasMessageContaining("cell magic %%wall")
        .hasMessageContaining("first line");
    assertThatThrownBy(() -> magics.runCell("greet", "", "", cell))
        .hasMessageContaining("line magic %greet");
  }

  @Test
  void a_magic_that_fails_to_load_says_so() {
    assertThatThrownBy(() -> magics.runLine("broken", "", cell))
        .isInstanceOf(MagicException.class)
        .hasMessageContaining("%broken can't be used")
        .hasMessageContaining("no luck");
  }

  @Test
  void help_of_a_name_is_there_as_text_markdown_and_html() {
    MimeBundle help = magics.help("greet").orElseThrow();
    assertThat(help.data()).containsOnlyKeys("text/plain", "text/markdown", "text/html");
    assertThat((String) help.data().get("text/html")).contains("&lt;tone&gt;");
    assertThat(magics.help("%%code").orElseThrow().text())
        .contains("Usage: %%code")
        .doesNotContain("Usage: %code");
    assertThat(magics.help("code").orElseThrow().text()).contains("Usage: %code", "Usage: %%code");
    assertThat(magics.help("nothing")).isEmpty();
  }

  @Test
  void tells_where_java_stands() {
    assertThat(magics.java("%code -n 5 x.")).hasValue(new JavaText(11, 13));
    assertThat(magics.java("%code ")).hasValue(new JavaText(6, 6));
    assertThat(magics.java("%code i --n 5")).hasValue(new JavaText(6, 13));
    assertThat(magics.java("%code")).isEmpty();
    assertThat(magics.java("%greet x")).isEmpty();
    assertThat(magics.java("int i")).isEmpty();
  }
}
