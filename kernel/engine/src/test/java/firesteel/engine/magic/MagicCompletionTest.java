package firesteel.engine.magic;

import static org.assertj.core.api.Assertions.assertThat;

import firesteel.api.completion.Completion;
import firesteel.api.completion.Completion.Match;
import firesteel.api.session.Session;
import firesteel.engine.JavaSession;
import firesteel.engine.plugin.LoadedPlugins;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MagicCompletionTest {
  @TempDir Path services;
  @TempDir Path folder;

  private MagicRunner magics;

  @BeforeEach
  void findMagics() throws Exception {
    magics = new MagicRunner(LoadedPlugins.ofClassPath(SampleMagics.loader(services)));
    Files.createDirectories(folder.resolve("data/my files"));
    Files.writeString(folder.resolve("data/my files/a.csv"), "");
    Files.writeString(folder.resolve("data/b.csv"), "");
    Files.writeString(folder.resolve("data/.hidden"), "");
    Files.writeString(folder.resolve("dates.txt"), "");
  }

  /** Completes at the bar and returns the resulting lines. */
  private List<String> lines(String typed) {
    int cursor = typed.indexOf('|');
    String line = typed.replace("|", "");
    return lines(magics.complete(line, cursor, folder), line, cursor);
  }

  @Test
  void names_after_one_percent_sign() {
    assertThat(lines("%gr|")).containsExactly("%greet");
    assertThat(lines("  %gr|")).containsExactly("  %greet");
    assertThat(lines("%|")).contains("%greet", "%code", "%%wall", "%%code");
    assertThat(lines("%w|")).isEmpty();
  }

  @Test
  void names_after_two_percent_signs() {
    assertThat(lines("%%|")).containsExactly("%%code", "%%query", "%%wall");
    assertThat(lines("%%w|")).containsExactly("%%wall");
  }

  @Test
  void what_depends_on_the_session_knows_the_words_before_it() {
    try (Session session = JavaSession.builder().build()) {
      assertThat(lines("%parts cake --of |", session))
          .containsExactly(
              "%parts cake --of first",
              "%parts cake --of \"second half\"", "%parts cake --of cake");
      assertThat(lines("%parts cake --of first,c|", session))
          .containsExactly("%parts cake --of first,cake");
      assertThat(lines("%parts cake --of first,s|", session))
          .containsExactly("%parts cake --of \"first,second half\"");
      assertThat(lines("%parts cake --of \"s|", session))
          .containsExactly("%parts cake --of \"second half\"");
    }
    assertThat(lines("%parts cake --of |")).isEmpty();
  }

  private static List<String> lines(Completion completion, String line, int cursor) {
    assertThat(completion.end()).isEqualTo(cursor);
    return completion.matches().stream()
        .map(m -> line.substring(0, completion.start()) + m.text() + line.substring(cursor))
        .toList();
  }

  private List<String> lines(String typed, Session session) {
    int cursor = typed.indexOf('|');
    String line = typed.replace("|", "");
    return lines(magics.complete(line, cursor, session, ""), line, cursor);
  }

  @Test
  void subcommands_their_options_and_what_depends_on_the_folder() {
    assertThat(lines("%many |")).contains("%many one");
    assertThat(lines("%many on|")).containsExactly("%many one");
    assertThat(lines("%many one --o|")).containsExactly("%many one --often");
    assertThat(lines("%many one in|")).containsExactly("%many one in-" + folder.getFileName());
  }

  @Test
  void a_name_brings_its_description() {
    assertThat(magics.complete("%gree", 5, folder).matches())
        .containsExactly(new Match("%greet", "magic", "Greets somebody 100 % of the time."));
  }

  @Test
  void options_with_their_descriptions() {
    assertThat(lines("%greet -|")).contains("%greet --tone", "%greet -c", "%greet --help");
    assertThat(lines("%greet --to|")).containsExactly("%greet --tone");
    assertThat(magics.complete("%greet --to", 11, folder).matches().get(0).signature())
        .isEqualTo("<tone>  How to say it.");
    assertThat(lines("%greet -q |")).contains("%greet -q --tone");
  }

  @Test
  void values_of_options() {
    assertThat(lines("%greet --tone=|"))
        .containsExactly("%greet --tone=FRIENDLY", "%greet --tone=FORMAL");
    assertThat(lines("%greet --tone fo|")).containsExactly("%greet --tone FORMAL");
    assertThat(lines("%greet --card=data/b|")).containsExactly("%greet --card=data/b.csv");
    assertThat(lines("%greet -c da| Ada")).contains("%greet -c dates.txt Ada");
  }

  @Test
  void files_for_a_parameter_that_is_a_file() {
    assertThat(lines("%greet Ada da|")).containsExactly("%greet Ada data/", "%greet Ada dates.txt");
    assertThat(lines("%greet Ada data/|"))
        .containsExactly("%greet Ada data/b.csv", "%greet Ada data/my\\ files/");
    assertThat(lines("%greet Ada data/.h|")).containsExactly("%greet Ada data/.hidden");
    assertThat(lines("%greet da|")).isEmpty();
    assertThat(lines("%greet Ada nowhere/x|")).isEmpty();
  }

  @Test
  void paths_with_blanks_stay_one_word() {
    assertThat(lines("%greet Ada data/my\\ files/|"))
        .containsExactly("%greet Ada data/my\\ files/a.csv");
    assertThat(lines("%greet Ada \"data/my f|")).containsExactly("%greet Ada \"data/my files/");
    assertThat(lines("%greet --card='data/my f|")).containsExactly("%greet --card='data/my files/");
  }

  @Test
  void files_in_a_shell_line() {
    assertThat(lines("!cat da|")).containsExactly("!cat data/", "!cat dates.txt");
    assertThat(lines("!|")).isNotEmpty();
  }

  @Test
  void nothing_where_code_stands_or_the_magic_is_unknown() {
    assertThat(lines("%code x -|")).isEmpty();
    assertThat(lines("%code -- -|")).isEmpty();
    assertThat(lines("%nothing -|")).isEmpty();
    assertThat(lines("%broken -|")).isEmpty();
    assertThat(lines("int i = 5 |")).isEmpty();
  }

  @Test
  void a_magic_completes_its_own_text_with_its_options_set() {
    Completion body = magics.completeBody(null, "query", "--in de", "one\ntwo", 5);
    assertThat(body.matches()).extracting(Match::text).containsExactly("de:one\nt!");
    assertThat(body.start()).isEqualTo(5);

    Completion raw = magics.completeRawText(null, "  %query --in de SEL", 20).orElseThrow();
    assertThat(raw.matches()).extracting(Match::text).containsExactly("de:SEL!");
    assertThat(raw.start()).isEqualTo(20);
    assertThat(magics.completeRawText(null, "%query SEL", 8).orElseThrow().matches())
        .extracting(Match::text)
        .containsExactly("en:S!");
  }

  @Test
  void names_and_options_are_not_a_magics_own_text() {
    assertThat(magics.completeRawText(null, "%query", 6)).isEmpty();
    assertThat(magics.completeRawText(null, "%query --i", 10)).isEmpty();
    assertThat(magics.completeRawText(null, "%query --in de SEL", 9)).isEmpty();
    assertThat(magics.completeRawText(null, "%code SEL", 9)).isEmpty();
    assertThat(magics.completeBody(null, "wall", "", "x", 1).matches()).isEmpty();
    assertThat(magics.completeBody(null, "query", "--nowhere x", "x", 1).matches()).isEmpty();
    assertThat(magics.completeBody(null, "nowhere", "", "x", 1).matches()).isEmpty();
  }
}
