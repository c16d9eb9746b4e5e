package firesteel.jupyter;

import static firesteel.jupyter.client.WireClient.cell;
import static firesteel.jupyter.client.WireClient.text;
import static org.assertj.core.api.Assertions.assertThat;

import firesteel.jupyter.client.WireClient;
import firesteel.jupyter.client.WireClient.Received;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Comms between a client and cells. */
class CommTrafficTest {
  @TempDir static Path folder;
  private static TestKernel kernel;
  private static WireClient client;

  @BeforeAll
  static void start() throws Exception {
    kernel = TestKernel.start(folder);
    client = kernel.client;
    client.ask("execute_request", cell("import firesteel.api.comm.*;"));
  }

  @AfterAll
  static void stop() throws Exception {
    kernel.close();
  }

  private static String send(String type, Map<String, Object> content, byte[]... buffers)
      throws Exception {
    return client.send(
        "shell", type, content, Map.of(), Map.of("version", "2.1.0"), List.of(buffers));
  }

  private static void run(String code) throws Exception {
    assertThat(client.ask("execute_request", cell(code)).content()).containsEntry("status", "ok");
  }

  @Test
  void a_target_of_a_cell_answers_with_state_metadata_and_buffers() throws Exception {
    run(
        """
        comms().registerTarget("echo", (comm, opened) -> {
          System.out.print("opened " + opened.data().get("n"));
          comm.onMessage(m -> comm.send(new CommMessage(m.data(), m.metadata(), m.buffers())));
        });
        """);

    String open =
        send("comm_open", Map.of("comm_id", "e1", "target_name", "echo", "data", Map.of("n", 7)));
    assertThat(text(client.published(open), "stdout")).isEqualTo("opened 7");
    byte[] pixels = {0, -1, 127};
    String message =
        send(
            "comm_msg", Map.of("comm_id", "e1", "data", Map.of("state", Map.of("v", 1.5))), pixels);

    Received echo = client.await("iopub", m -> m.type().equals("comm_msg"));
    assertThat(echo.answers(message)).isTrue();
    assertThat(echo.get("comm_id")).isEqualTo("e1");
    assertThat(echo.get("data")).isEqualTo(Map.of("state", Map.of("v", 1.5)));
    assertThat(echo.metadata()).containsEntry("version", "2.1.0");
    assertThat(echo.buffers()).containsExactly(pixels);
    assertThat(client.ask("comm_info_request", Map.of("target_name", "echo")).get("comms"))
        .isEqualTo(Map.of("e1", Map.of("target_name", "echo")));
    assertThat(client.ask("comm_info_request", Map.of("target_name", "other")).get("comms"))
        .isEqualTo(Map.of());
  }

  @Test
  void a_cell_opens_a_comm_to_the_client_and_hears_from_it() throws Exception {
    String id =
        client.start(
            """
            Comm chart = comms().open("chart", java.util.Map.of("points", java.util.List.of(1, 2)));
            chart.onMessage(m -> System.out.print("clicked " + m.data().get("at")));
            """);
    client.reply("shell", id);

    Received open = client.await("iopub", m -> m.type().equals("comm_open"));
    assertThat(open.answers(id)).isTrue();
    assertThat(open.content())
        .containsEntry("target_name", "chart")
        .containsEntry("data", Map.of("points", List.of(1, 2)));
    String click =
        send("comm_msg", Map.of("comm_id", open.get("comm_id"), "data", Map.of("at", 2)));
    assertThat(text(client.published(click), "stdout")).isEqualTo("clicked 2");
  }

  @Test
  void an_unknown_target_is_closed() throws Exception {
    send("comm_open", Map.of("comm_id", "u1", "target_name", "nope", "data", Map.of()));

    Received close = client.await("iopub", m -> m.type().equals("comm_close"));

    assertThat(close.get("comm_id")).isEqualTo("u1");
  }

  @Test
  void a_handler_that_fails_or_spins_leaves_the_kernel_alive() throws Exception {
    run(
        """
        comms().registerTarget("bad", (comm, opened) -> {
          comm.onMessage(m -> {
            if (m.data().containsKey("spin")) { while (true) { } }
            throw new IllegalArgumentException("no such point");
          });
        });
        """);
    client.published(
        send("comm_open", Map.of("comm_id", "b1", "target_name", "bad", "data", Map.of())));

    String fails = send("comm_msg", Map.of("comm_id", "b1", "data", Map.of()));
    assertThat(text(client.published(fails), "stderr")).contains("no such point");

    String spins = send("comm_msg", Map.of("comm_id", "b1", "data", Map.of("spin", true)));
    client.await("iopub", m -> m.answers(spins));
    client.command("interrupt_request", Map.of());
    client.published(spins);
    run("1");
  }
}
