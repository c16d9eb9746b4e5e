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

/** Tests the messages that a client gets for the cells that it runs. */
class CellsTest {
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

  private static List<String> types(List<Received> messages) {
    return messages.stream().map(Received::type).toList();
  }

  private static Received only(List<Received> messages, String type) {
    return messages.stream().filter(m -> m.type().equals(type)).findFirst().orElseThrow();
  }

  @Test
  void a_cell_is_busy_input_result_idle_and_replied() throws Exception {
    String id = client.start("1 + 1");

    Received reply = client.reply("shell", id);
    List<Received> published = client.published(id);

    assertThat(types(published)).containsExactly("status", "execute_input", "execute_result");
    assertThat(published.get(0).get("execution_state")).isEqualTo("busy");
    assertThat(published.get(1).get("code")).isEqualTo("1 + 1");
    assertThat(published.get(2).get("data")).isEqualTo(Map.of("text/plain", "2"));
    assertThat(reply.type()).isEqualTo("execute_reply");
    assertThat(reply.get("status")).isEqualTo("ok");
    assertThat(published)
        .filteredOn(m -> m.content().containsKey("execution_count"))
        .allMatch(m -> m.get("execution_count").equals(reply.get("execution_count")));
  }

  @Test
  void a_cell_knows_its_place_in_the_notebook_and_which_cells_are_gone() throws Exception {
    String code =
        "var cell = firesteel.api.session.RunningCell.current().get().cell();"
            + " System.out.print(cell.notebookCell() + \" \" + cell.deletedCells());";
    String id =
        client.send(
            "shell",
            "execute_request",
            cell(code),
            Map.of(),
            Map.of("cellId", "c7", "deletedCells", List.of("c3")),
            List.of());

    assertThat(text(client.published(id), "stdout")).isEqualTo("Optional[c7] [c3]");
    assertThat(text(client.published(client.start(code)), "stdout")).isEqualTo("Optional.empty []");
  }

  @Test
  void streams_and_displays_keep_their_order() throws Exception {
    String id =
        client.start(
            """
            System.out.print("a");
            System.err.print("b");
            System.out.print("c");
            display("d", "text/plain");
            System.out.print("e");
            """);

    List<String> seen =
        client.published(id).stream()
            .filter(m -> m.type().equals("stream") || m.type().equals("display_data"))
            .map(m -> m.type().equals("stream") ? m.get("text").toString() : "display")
            .toList();

    assertThat(seen).containsExactly("a", "b", "c", "display", "e");
  }

  @Test
  void a_million_lines_arrive_whole_and_before_idle() throws Exception {
    String id =
        client.start("for (int i = 0; i < 1_000_000; i++) System.out.println(\"line \" + i);");

    String out = text(client.published(id), "stdout");

    assertThat(out.lines().count()).isEqualTo(1_000_000);
    assertThat(out).startsWith("line 0\nline 1\n").endsWith("line 999999\n");
  }

  @Test
  void characters_outside_of_the_basic_plane_survive_batching() throws Exception {
    String id =
        client.start(
            "for (char c : \"\\uD83D\\uDD25\".repeat(50_000).toCharArray()) System.out.print(c);");

    assertThat(text(client.published(id), "stdout")).isEqualTo("\uD83D\uDD25".repeat(50_000));
  }

  @Test
  void text_appears_while_the_cell_runs() throws Exception {
    String id =
        client.start(
            "System.out.print(\"early\"); new java.util.concurrent.Semaphore(0).acquire();");

    Received stream = client.await("iopub", m -> m.answers(id) && m.type().equals("stream"));
    client.command("interrupt_request", Map.of());

    assertThat(stream.get("text")).isEqualTo("early");
    assertThat(client.reply("shell", id).get("status")).isEqualTo("error");
  }

  @Test
  void output_of_a_thread_that_outlives_its_cell_belongs_to_it() throws Exception {
    String id =
        client.start(
            """
            var go = new java.util.concurrent.CountDownLatch(1);
            new Thread(() -> {
              try { go.await(); } catch (InterruptedException e) { }
              System.out.println("late");
            }).start();
            """);
    client.reply("shell", id);
    client.published(id);

    client.ask("execute_request", cell("go.countDown();"));

    Received late = client.await("iopub", m -> m.type().equals("stream"));
    assertThat(late.get("text")).isEqualTo("late\n");
    assertThat(late.answers(id)).isTrue();
  }

  @Test
  void an_error_is_published_and_replied_alike() throws Exception {
    String id = client.start("int zero = 0;\n1 / zero");

    Received reply = client.reply("shell", id);
    Received error = only(client.published(id), "error");

    assertThat(reply.get("status")).isEqualTo("error");
    assertThat(error.get("ename")).isEqualTo("ArithmeticException").isEqualTo(reply.get("ename"));
    assertThat(error.get("traceback")).isEqualTo(reply.get("traceback"));
    assertThat(error.get("traceback").toString()).contains("line 2");
  }

  @Test
  void after_an_error_what_is_queued_is_aborted_and_what_comes_later_runs() throws Exception {
    String bad = client.start("Thread.sleep(100); throw new IllegalStateException();");
    String queued = client.start("System.out.println(\"never\");");

    assertThat(client.reply("shell", bad).get("status")).isEqualTo("error");
    assertThat(client.reply("shell", queued).content()).isEqualTo(Map.of("status", "aborted"));
    assertThat(types(client.published(queued))).containsExactly("status");
    assertThat(client.ask("execute_request", cell("1")).get("status")).isEqualTo("ok");
  }

  @Test
  void stop_on_error_false_lets_what_is_queued_run() throws Exception {
    client.send(
        "shell",
        "execute_request",
        cell("Thread.sleep(100); throw new IllegalStateException();", "stop_on_error", false));

    assertThat(client.ask("execute_request", cell("1")).get("status")).isEqualTo("ok");
  }

  @Test
  void a_silent_cell_publishes_nothing_and_does_not_count() throws Exception {
    Object before = client.ask("execute_request", cell("0")).get("execution_count");

    String id =
        client.send(
            "shell",
            "execute_request",
            cell("System.out.println(1); display(2); 3", "silent", true));
    Received reply = client.reply("shell", id);

    assertThat(types(client.published(id))).containsExactly("status");
    assertThat(reply.get("status")).isEqualTo("ok");
    assertThat(reply.get("execution_count")).isEqualTo(before);
  }

  @Test
  void user_expressions_are_evaluated_each_for_itself() throws Exception {
    Received reply =
        client.ask(
            "execute_request",
            cell("int two = 2;", "user_expressions", Map.of("good", "two + 1", "bad", "nope")));

    Map<String, Object> values = Request.object(reply.get("user_expressions"));
    assertThat(Request.object(values.get("good")))
        .containsEntry("status", "ok")
        .containsEntry("data", Map.of("text/plain", "3"));
    assertThat(Request.object(values.get("bad"))).containsEntry("status", "error");
  }

  @Test
  void displays_can_be_updated_and_cleared() throws Exception {
    String id =
        client.start(
            """
            import firesteel.api.display.MimeBundle;
            var out = firesteel.api.session.RunningCell.current().get().outputs();
            out.display(MimeBundle.text("one"), java.util.Optional.of("x"));
            out.update("x", MimeBundle.text("two"));
            out.clear(true);
            """);

    List<Received> published = client.published(id);

    Received shown = only(published, "display_data");
    Received update = only(published, "update_display_data");
    assertThat(shown.get("transient")).isEqualTo(Map.of("display_id", "x"));
    assertThat(update.get("transient")).isEqualTo(Map.of("display_id", "x"));
    assertThat(update.get("data")).isEqualTo(Map.of("text/plain", "two"));
    assertThat(only(published, "clear_output").get("wait")).isEqualTo(true);
  }

  @Test
  void history_has_the_cells_and_their_values() throws Exception {
    client.ask("execute_request", cell("\"needle\" + 1"));

    Received found =
        client.ask(
            "history_request",
            Map.of(
                "hist_access_type",
                "search",
                "pattern",
                "*needle*",
                "n",
                1,
                "output",
                true,
                "raw",
                true,
                "unique",
                true));

    assertThat((List<?>) found.get("history")).hasSize(1);
    assertThat(found.get("history").toString()).contains("\"needle\" + 1, needle1");
    assertThat(
            (List<?>)
                client
                    .ask("history_request", Map.of("hist_access_type", "tail", "n", 1))
                    .get("history"))
        .hasSize(1);
    assertThat(client.ask("history_request", Map.of("hist_access_type", "bad")).get("status"))
        .isEqualTo("error");
  }
}
