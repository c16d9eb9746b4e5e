package firesteel.jupyter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firesteel.api.session.Session;
import firesteel.engine.JavaSession;
import firesteel.jupyter.client.LocalConnection;
import firesteel.jupyter.client.WireClient;
import firesteel.jupyter.client.WireClient.Received;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How kernels start and end. */
class ShutdownTest {
  @TempDir Path folder;

  @Test
  void a_shutdown_is_replied_to_announced_and_carried_out_while_a_cell_spins() throws Exception {
    TestKernel kernel = TestKernel.start(folder);
    kernel.client.startAndAwaitRunning(
        "while (true) { try { while (true) { } } catch (Throwable t) { } }");

    Received reply = kernel.client.command("shutdown_request", Map.of("restart", true));

    assertThat(reply.content()).isEqualTo(Map.of("status", "ok", "restart", true));
    assertThat(kernel.client.await("iopub", m -> m.type().equals("shutdown_reply")).get("restart"))
        .isEqualTo(true);
    kernel.awaitEnd();
    kernel.close();
  }

  @Test
  void the_history_is_there_after_a_restart() throws Exception {
    try (TestKernel first = TestKernel.start(folder)) {
      first.client.ask("execute_request", WireClient.cell("int remembered = 1;"));
    }
    try (TestKernel second = TestKernel.start(folder)) {
      Received tail =
          second.client.ask("history_request", Map.of("hist_access_type", "tail", "n", 5));

      assertThat(tail.get("history").toString()).contains("int remembered = 1;");
    }
  }

  @Test
  void a_connection_file_with_curve_keys_encrypts_every_channel() throws Exception {
    try (TestKernel kernel = TestKernel.start(LocalConnection.curve(folder), folder)) {
      String id = kernel.client.start("1 + 1");

      assertThat(kernel.client.reply("shell", id).get("status")).isEqualTo("ok");
      assertThat(kernel.client.published(id)).extracting(Received::type).contains("execute_result");
    }
  }

  @Test
  void a_connection_file_that_is_missing_or_wrong_is_explained() throws IOException {
    Path missing = folder.resolve("missing.json");
    Path wrong = Files.writeString(folder.resolve("wrong.json"), "{\"shell_port\": \"x\"}");
    try (Session session = JavaSession.builder().build()) {
      assertThatThrownBy(() -> JupyterKernel.run(missing, session, TestKernel.IDENTITY))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("missing.json does not exist");
      assertThatThrownBy(() -> JupyterKernel.run(wrong, session, TestKernel.IDENTITY))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("'shell_port' must be a port");
    }
  }
}
