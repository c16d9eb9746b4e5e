package firesteel.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import firesteel.jupyter.client.LocalConnection;
import firesteel.jupyter.client.WireClient;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Tests signals to a kernel process, and the end of its parent. */
@DisabledOnOs(OS.WINDOWS)
class ProcessEventsTest {
  private static final String SPIN = "while (true) { }";
  private static final int GENEROUS_SECONDS = 30;

  @TempDir Path folder;

  @Test
  void sigint_interrupts_the_cell_and_sigterm_ends_the_kernel() throws Exception {
    LocalConnection connection = LocalConnection.tcp(folder);
    try (TestKernelProcess kernel =
            TestKernelProcess.start(connection, ProcessHandle.current().pid());
        WireClient client = new WireClient(connection)) {
      client.ask("execute_request", WireClient.cell("1")); // The kernel has started altogether.
      String cell = client.startAndAwaitRunning(SPIN + "\n");
      kernel.signal("INT");
      assertThat(client.reply("shell", cell).get("status")).isEqualTo("error");

      client.startAndAwaitRunning(SPIN);
      kernel.signal("TERM");
      assertThat(kernel.endsWithin(GENEROUS_SECONDS)).isTrue();
    }
  }

  @Test
  void a_kernel_ends_when_the_process_that_started_it_does() throws Exception {
    Process parent = new ProcessBuilder("sleep", "600").start();
    LocalConnection connection = LocalConnection.tcp(folder);
    try (TestKernelProcess kernel = TestKernelProcess.start(connection, parent.pid());
        WireClient client = new WireClient(connection)) {
      client.startAndAwaitRunning(SPIN);

      parent.destroyForcibly();

      assertThat(kernel.endsWithin(GENEROUS_SECONDS)).isTrue();
    } finally {
      parent.destroyForcibly();
    }
  }
}
