package firesteel.jupyter;

import static firesteel.jupyter.client.WireClient.cell;
import static org.assertj.core.api.Assertions.assertThat;

import firesteel.jupyter.client.WireClient;
import firesteel.jupyter.client.WireClient.Received;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/** Tests the messages that a client gets besides the cells' outputs. */
class ProtocolTest {
  @TempDir static Path folder;
  private static TestKernel kernel;
  private static WireClient client;

  @BeforeAll
  static void start() throws Exception {
    kernel = TestKernel.start(folder);
    client = kernel.client;
  }

  @AfterAll
  static void stop() throws Exception {
    kernel.close();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A cell that runs until it is interrupted. */
  private static String startEndlessCell() throws Exception {
    return client.startAndAwaitRunning("new java.util.concurrent.Semaphore(0).acquire();");
  }

  private static void interrupt(String cell) throws Exception {
    assertThat(client.command("interrupt_request", Map.of()).get("status")).isEqualTo("ok");
    assertThat(client.reply("shell", cell).get("status")).isEqualTo("error");
  }

  @Test
  void kernel_info_names_the_kernel_its_language_and_its_features() throws Exception {
    Received info = client.ask("kernel_info_request", Map.of());

    assertThat(info.type()).isEqualTo("kernel_info_reply");
    assertThat(info.content())
        .containsEntry("status", "ok")
        .containsEntry("protocol_version", "5.5")
        .containsEntry("implementation", "firesteel")
        .containsEntry("implementation_version", "1.2.3")
        .containsEntry("banner", "Hello")
        .containsEntry("supported_features", List.of("kernel subshells"))
        .containsEntry(
            "help_links", List.of(Map.of("text", "Guide", "url", "https://example.org/guide")));
    assertThat(Request.object(info.get("language_info")))
        .containsEntry("name", "java")
        .containsEntry("mimetype", "text/x-java")
        .containsEntry("file_extension", ".java")
        .containsEntry("pygments_lexer", "java")
        .containsEntry("codemirror_mode", "java")
        .containsEntry("nbconvert_exporter", "script")
        .containsKey("version");
    assertThat(info.header().get("version")).isEqualTo("5.5");
    assertThat(info.header().get("date").toString())
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");
  }

  @Test
  void questions_are_answered_while_a_cell_runs() throws Exception {
    String cell = startEndlessCell();

    assertThat(client.ask("kernel_info_request", Map.of()).get("status")).isEqualTo("ok");
    assertThat(client.command("kernel_info_request", Map.of()).get("status")).isEqualTo("ok");
    assertThat(client.ask("complete_request", Map.of("code", "x", "cursor_pos", 1)).get("status"))
        .isEqualTo("ok");
    assertThat(client.ask("inspect_request", Map.of("code", "x", "cursor_pos", 1)).get("status"))
        .isEqualTo("ok");
    assertThat(client.ask("is_complete_request", Map.of("code", "1 + 1")).type())
        .isEqualTo("is_complete_reply");
    assertThat(
            client.ask("history_request", Map.of("hist_access_type", "tail", "n", 1)).get("status"))
        .isEqualTo("ok");
    assertThat(client.ask("comm_info_request", Map.of()).get("status")).isEqualTo("ok");
    interrupt(cell);
  }

  @Test
  void a_subshell_runs_cells_beside_a_busy_one() throws Exception {
    String cell = startEndlessCell();
    String id = (String) client.command("create_subshell_request", Map.of()).get("subshell_id");

    String beside =
        client.send(
            "shell",
            "execute_request",
            cell("40 + 2"),
            Map.of("subshell_id", id),
            Map.of(),
            List.of());

    assertThat(client.reply("shell", beside).get("status")).isEqualTo("ok");
    assertThat((List<?>) client.command("list_subshell_request", Map.of()).get("subshell_id"))
        .isEqualTo(List.of(id));
    interrupt(cell);
    assertThat(client.command("delete_subshell_request", Map.of("subshell_id", id)).get("status"))
        .isEqualTo("ok");
    assertThat(client.command("delete_subshell_request", Map.of("subshell_id", id)).get("status"))
        .isEqualTo("error");
    String gone =
        client.send(
            "shell", "execute_request", cell("1"), Map.of("subshell_id", id), Map.of(), List.of());
    assertThat(client.reply("shell", gone).get("ename")).isEqualTo("UnknownSubshell");
  }

  @Test
  void cursor_positions_count_code_points() throws Exception {
    String code = "\"\uD83D\uDD25\".leng";

    Received reply =
        client.ask(
            "complete_request",
            Map.of("code", code, "cursor_pos", code.codePointCount(0, code.length())));

    assertThat(reply.get("cursor_end")).isEqualTo(code.codePointCount(0, code.length()));
  }

  @Test
  void debugging_is_refused_politely() throws Exception {
    Received reply =
        client.command("debug_request", Map.of("type", "request", "seq", 7, "command", "attach"));

    assertThat(reply.content())
        .containsEntry("success", false)
        .containsEntry("request_seq", 7)
        .containsEntry("command", "attach");
  }

  @Test
  void every_subscriber_is_welcomed() throws Exception {
    // The constructor waits for iopub_welcome.
    try (WireClient second = kernel.connect()) {
      String id = client.start("1");
      client.reply("shell", id);

      assertThat(second.published(id)).isNotEmpty();
    }
  }

  @Test
  void messages_that_are_forged_torn_or_unknown_are_dropped_and_the_kernel_lives()
      throws Exception {
    byte[] header = bytes("{\"msg_id\":\"forged\",\"msg_type\":\"execute_request\"}");
    byte[] none = bytes("{}");
    byte[] delimiter = bytes("<IDS|MSG>");
    for (String channel : List.of("shell", "control", "stdin")) {
      client.sendRaw(
          channel,
          List.of(delimiter, bytes("0".repeat(64)), header, none, none, bytes("{\"code\":\"1\"}")));
      client.sendRaw(channel, List.of(delimiter, bytes(""), header, none, none, none));
      client.sendRaw(channel, List.of(bytes("junk")));
      client.sendRaw(channel, List.of(delimiter));
      client.sendRaw(channel, List.of(new byte[0], new byte[] {-1, -2}));
    }
    String unknown = client.send("shell", "bogus_request", Map.of());
    String lacking = client.send("shell", "execute_request", Map.of());

    assertThat(client.published(unknown)).hasSize(1);
    assertThat(client.reply("shell", lacking).get("evalue").toString()).contains("'code'");
    String next = client.start("1");
    assertThat(client.reply("shell", next).get("status")).isEqualTo("ok");
  }

  @Test
  void a_message_of_thirty_million_characters_is_carried_out() throws Exception {
    String id = client.start("//" + "x".repeat(30_000_000));

    assertThat(client.reply("shell", id).get("status")).isEqualTo("ok");
    client.published(id);
  }

  @Test
  void the_heartbeat_says_back_what_it_hears() {
    ZMQ.Context context = ZMQ.context(1);
    try (ZMQ.Socket heart = context.socket(SocketType.REQ)) {
      heart.setReceiveTimeOut(30_000);
      WireClient.reconnectSoon(heart);
      heart.connect(kernel.connection().endpoint("hb"));
      heart.send("ping");
      assertThat(heart.recvStr()).isEqualTo("ping");
      heart.send("pong");
      assertThat(heart.recvStr()).isEqualTo("pong");
    } finally {
      context.term();
    }
  }

  @Test
  void clients_that_leave_with_requests_unanswered_hold_up_nobody() throws Exception {
    for (int round = 0; round < 20; round++) {
      try (WireClient leaving = kernel.connect()) {
        for (int i = 0; i < 300; i++) {
          leaving.send("shell", "kernel_info_request", Map.of());
        }
        leaving.reply("shell", leaving.send("shell", "comm_info_request", Map.of()));
        for (int i = 0; i < 300; i++) {
          leaving.send("shell", "kernel_info_request", Map.of());
        }
      }
      assertThat(client.ask("kernel_info_request", Map.of()).get("status")).isEqualTo("ok");
    }
  }
}
