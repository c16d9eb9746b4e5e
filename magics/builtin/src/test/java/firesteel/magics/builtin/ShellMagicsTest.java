package firesteel.magics.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import firesteel.api.display.MimeBundle;
import firesteel.api.display.Secrets;
import firesteel.api.session.CellError;
import firesteel.api.session.CellResult;
import firesteel.api.settings.UserFolders;
import firesteel.testkit.MagicCase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShellMagicsTest extends MagicCase {
  @Test
  void a_cell_magic_in_the_middle_runs_nothing_of_the_cell() {
    assertThat(refusal("int before = 1;\n%%bash\necho never"))
        .contains(
            ", line 2: %%bash has to be the first line of its cell, and takes all of the cell");
    assertThat(failure("before")).contains("cannot find symbol");
    assertThat(refusal("%%bash\necho never\n%%bash\necho")).contains(", line 3: %%bash");
    assertThat(refusal("// a comment\n%%time\n1")).contains("%time takes one line");
  }

  @Test
  void shell_lines_stand_among_java() {
    assertThat(value("int shell1 = 1;\n!echo from shell\nshell1 + 1")).isEqualTo("2");
    assertThat(outputs.out()).isEqualTo("from shell\n");
  }

  @Test
  void bash_runs_a_script_with_its_output_streamed() {
    assertThat(printed("%%bash\nfor i in 1 2; do\n  echo line $i\ndone\ncat"))
        .isEqualTo("line 1\nline 2\n");
    assertThat(printed("%%sh\necho sh")).isEqualTo("sh\n");
    assertThat(printed("%%bash")).isEmpty();
    assertThat(refusal("%%bash\necho a\nexit 4")).contains("status 4", "echo a …");
  }

  @Test
  void an_interrupt_ends_a_script_and_the_session_goes_on() throws Exception {
    CompletableFuture<CellResult> running =
        CompletableFuture.supplyAsync(() -> run("%%bash\necho $$\nsleep 300\necho never"));
    await().until(() -> outputs.out().endsWith("\n"));
    long pid = Long.parseLong(outputs.out().strip());
    session().interrupt();
    assertThat(running.get().error().orElseThrow().name()).isEqualTo(CellError.INTERRUPTED);
    await().until(() -> ProcessHandle.of(pid).isEmpty());
    assertThat(value("1 + 1")).isEqualTo("2");
  }

  @Test
  void cd_changes_where_commands_and_file_magics_start() throws Exception {
    Path inner = Files.createDirectories(folder.resolve("in ner"));
    assertThat(printed("%pwd")).isEqualTo(folder + "\n");
    assertThat(printed("%cd 'in ner'")).isEqualTo(inner + "\n");
    assertThat(printed("!pwd")).isEqualTo(inner.toRealPath() + "\n");
    printed("%%writefile x.txt\nhi");
    assertThat(inner.resolve("x.txt")).hasContent("hi");
    assertThat(printed("%cd ..")).isEqualTo(folder + "\n");
    assertThat(refusal("%cd nowhere")).contains("no folder");
    assertThat(printed("%cd")).isEqualTo(UserFolders.current().home() + "\n");
  }

  @Test
  void env_sets_variables_for_commands() {
    assertThat(printed("%env FS_COLOUR='deep  red'"))
        .isEqualTo("env: FS_COLOUR=deep  red (for ! and %%bash commands)\n");
    assertThat(printed("!echo \"$FS_COLOUR\"")).isEqualTo("deep  red\n");
    assertThat(printed("%env FS_COLOUR")).isEqualTo("deep  red\n");
    assertThat(shown("%env")).contains("|FS_COLOUR", "|PATH");
    printed("%env -u FS_COLOUR");
    assertThat(printed("!echo \"${FS_COLOUR-none}\"")).isEqualTo("none\n");
    assertThat(refusal("%env FS_COLOUR")).contains("no environment variable");
    assertThat(refusal("%env a-b=c")).contains("no name");
  }

  @Test
  void env_never_shows_a_secret() {
    assertThat(printed("%env AWS_SECRET_ACCESS_KEY=abc123")).doesNotContain("abc123");
    assertThat(printed("%env AWS_SECRET_ACCESS_KEY")).isEqualTo("********\n");
    assertThat(shown("%env")).contains("AWS_SECRET_ACCESS_KEY").doesNotContain("abc123");
    assertThat(outputs.shown().get(0).data().toString()).doesNotContain("abc123");
    printed("%env PROXY=http://me:abc123@host:80");
    assertThat(printed("%env PROXY")).isEqualTo("http://me:********@host:80\n");
    assertThat(printed("!echo $AWS_SECRET_ACCESS_KEY")).isEqualTo("abc123\n");
  }

  @ParameterizedTest
  @CsvSource({
    "DB_PASSWORD, ********",
    "github_token, ********",
    "API_KEY, ********",
    "PGPASSWORD, ********",
    "PWD, v",
    "PATH, v",
    "HOME, v"
  })
  void names_that_speak_of_secrets_are_masked(String name, String shown) {
    assertThat(Secrets.masked(name, "v")).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({
    "html, text/html",
    "markdown, text/markdown",
    "latex, text/latex",
    "javascript, application/javascript"
  })
  void cells_are_shown_as_what_their_magic_says(String magic, String type) {
    shown("%%" + magic + "\n<b>x</b> $y$\n");
    MimeBundle bundle = outputs.shown().get(0);
    assertThat((String) bundle.data().get(type)).isEqualToIgnoringWhitespace("<b>x</b> $y$");
  }
}
