package firesteel.engine.magic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import firesteel.api.error.MagicException;
import firesteel.api.session.RecordingOutputs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellCommandRunnerTest {
  @TempDir Path folder;

  private final SessionEnvironment environment = new SessionEnvironment();
  private final ShellCommandRunner shell = new ShellCommandRunner(environment);
  private final RecordingOutputs outputs = new RecordingOutputs();

  @Test
  void streams_both_outputs() throws Exception {
    shell.run("echo out; echo err >&2; printf unfinished", folder, outputs);
    assertThat(outputs.out()).isEqualTo("out\nunfinished");
    assertThat(outputs.err()).isEqualTo("err\n");
  }

  @Test
  void loses_nothing_of_a_large_output() throws Exception {
    shell.run("seq 1 200000", folder, outputs);
    assertThat(outputs.out().lines().count()).isEqualTo(200_000);
    assertThat(outputs.out()).endsWith("\n200000\n");
  }

  @Test
  void starts_in_the_working_directory_with_an_empty_standard_input() throws Exception {
    Files.writeString(folder.resolve("here.txt"), "");
    shell.run("ls; cat; echo end", folder, outputs);
    assertThat(outputs.out()).isEqualTo("here.txt\nend\n");
  }

  @Test
  void is_bash_where_there_is_bash() throws Exception {
    shell.run("[[ -n $BASH_VERSION ]] && echo {1..3}", folder, outputs);
    assertThat(outputs.out()).isEqualTo("1 2 3\n");
  }

  @Test
  void shows_output_while_the_command_runs_and_keeps_characters_whole() throws Exception {
    Path go = folder.resolve("go");
    FutureTask<Void> running =
        start(
            "printf 'first h\\303'; while [ ! -e go ]; do sleep 0.05; done; printf '\\251 \\360\\237';"
                + " printf '\\224\\245'; printf '\\377.'");
    await().until(() -> outputs.out().equals("first h"));
    Files.writeString(go, "");
    running.get();
    assertThat(outputs.out()).isEqualTo("first hé \uD83D\uDD25\uFFFD.");
  }

  @Test
  void a_status_other_than_0_is_an_error() {
    assertThatThrownBy(() -> shell.run("echo x; exit 3", folder, outputs))
        .isInstanceOf(MagicException.class)
        .hasMessage("the shell command ended with status 3: echo x; exit 3");
    assertThat(outputs.out()).isEqualTo("x\n");
    assertThatThrownBy(() -> shell.run("no-such-command-here", folder, outputs))
        .hasMessageContaining("status 127 (a command that was not found)");
    assertThat(outputs.err()).contains("no-such-command-here");
  }

  @Test
  void a_folder_that_is_gone_is_an_error() {
    assertThatThrownBy(() -> shell.run("true", folder.resolve("gone"), outputs))
        .isInstanceOf(MagicException.class)
        .hasMessageContaining("gone");
  }

  @Test
  void an_interrupt_ends_the_command_and_all_that_it_started() throws Exception {
    CompletableFuture<Throwable> outcome = new CompletableFuture<>();
    Thread runner =
        new Thread(
            () -> {
              try {
                shell.run(
                    "trap '' TERM; (trap '' TERM; echo $BASHPID; sleep 300) & echo $$; wait",
                    folder,
                    outputs);
                outcome.complete(null);
              } catch (Throwable e) {
                outcome.complete(e);
              }
            });
    runner.start();
    await().until(() -> outputs.out().lines().count() == 2);
    runner.interrupt();
    assertThat(outcome.get()).isInstanceOf(InterruptedException.class);
    for (String pid : outputs.out().lines().toList()) {
      await().until(() -> ProcessHandle.of(Long.parseLong(pid)).isEmpty());
    }
  }

  @Test
  void does_not_wait_for_a_process_left_in_the_background() throws Exception {
    shell.run("sleep 300 & echo $!", folder, outputs);
    long pid = Long.parseLong(outputs.out().strip());
    assertThat(ProcessHandle.of(pid)).isPresent();
    ProcessHandle.of(pid).get().destroy();
  }

  @Test
  void commands_see_changes_of_the_environment() throws Exception {
    environment.set("FIRESTEEL_TEST", "a b=c");
    environment.remove("HOME");
    shell.run("echo \"$FIRESTEEL_TEST|${HOME-none}\"", folder, outputs);
    assertThat(outputs.out()).isEqualTo("a b=c|none\n");
    assertThat(environment.all())
        .containsEntry("FIRESTEEL_TEST", "a b=c")
        .doesNotContainKey("HOME");
    assertThat(environment.changed()).containsExactlyInAnyOrder("FIRESTEEL_TEST", "HOME");
    assertThatThrownBy(() -> environment.set("a=b", "c"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private FutureTask<Void> start(String command) {
    FutureTask<Void> task =
        new FutureTask<>(
            () -> {
              shell.run(command, folder, outputs);
              return null;
            });
    new Thread(task).start();
    return task;
  }
}
