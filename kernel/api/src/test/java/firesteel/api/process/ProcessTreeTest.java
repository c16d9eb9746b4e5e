package firesteel.api.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessTreeTest {
  @TempDir Path folder;

  @Test
  void closing_ends_the_process_and_its_children_and_nothing_else() throws Exception {
    Process other = new ProcessBuilder("sleep", "600").start();
    try {
      ProcessTree tree = sh("sleep 600 & echo $! > pid.new; mv pid.new pid; wait");
      ProcessHandle child = ProcessHandle.of(pid()).orElseThrow();
      tree.close();

      assertThat(tree.root().isAlive()).isFalse();
      await().until(() -> !child.isAlive());
      assertThat(other.isAlive()).isTrue();
    } finally {
      other.destroyForcibly();
    }
  }

  @Test
  void what_does_not_listen_is_killed() throws Exception {
    ProcessTree tree =
        sh("trap '' TERM; echo $$ > pid.new; mv pid.new pid; while :; do sleep 1; done");
    pid();
    ProcessTree.end(List.of(tree.root().toHandle()), Duration.ofMillis(100));

    assertThat(tree.root().isAlive()).isFalse();
  }

  @Test
  void an_interrupt_makes_the_end_come_at_once_and_is_kept() throws Exception {
    ProcessTree tree =
        sh("trap '' TERM; echo $$ > pid.new; mv pid.new pid; while :; do sleep 1; done");
    pid();
    Thread.currentThread().interrupt();
    ProcessTree.end(List.of(tree.root().toHandle()), Duration.ofHours(1));

    assertThat(Thread.interrupted()).isTrue();
    await().until(() -> !tree.root().isAlive());
  }

  @Test
  void waiting_has_a_bound() throws Exception {
    try (ProcessTree tree = sh("sleep 600")) {
      assertThat(tree.waitFor(Duration.ofMillis(50))).isEmpty();
    }
    try (ProcessTree tree = sh("exit 3")) {
      assertThat(tree.waitFor(Duration.ofMinutes(1))).hasValue(3);
    }
  }

  private ProcessTree sh(String script) throws IOException {
    return ProcessTree.start(
        new ProcessBuilder("sh", "-c", script).directory(folder.toFile()).inheritIO());
  }

  private long pid() throws IOException {
    Path file = folder.resolve("pid");
    await().until(() -> Files.exists(file));
    return Long.parseLong(Files.readString(file).strip());
  }
}
