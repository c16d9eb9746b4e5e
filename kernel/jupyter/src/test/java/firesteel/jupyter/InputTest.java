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

/** Cells that ask for input. */
class InputTest {
  private static final String READ =
      "System.out.print(\"got \" + new java.util.Scanner(System.in).nextLine());";

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

  private static Received awaitRequest(String cell) throws Exception {
    return client.await("stdin", m -> m.type().equals("input_request") && m.answers(cell));
  }

  @Test
  void the_answer_reaches_the_cell_whether_it_names_the_request_or_not() throws Exception {
    for (boolean named : new boolean[] {true, false}) {
      String id = client.start(READ);
      Received request = awaitRequest(id);
      assertThat(request.get("password")).isEqualTo(false);

      client.answer(
          "stdin", "input_reply", Map.of("value", "h\u00e9"), named ? request.header() : Map.of());

      assertThat(text(client.published(id), "stdout")).isEqualTo("got h\u00e9");
      assertThat(client.reply("shell", id).get("status")).isEqualTo("ok");
    }
  }

  @Test
  void text_printed_before_is_shown_before_the_question() throws Exception {
    String id = client.start("System.out.print(\"name? \"); " + READ);

    Received request = awaitRequest(id);
    Received prompt = client.await("iopub", m -> m.answers(id) && m.type().equals("stream"));

    assertThat(prompt.get("text")).isEqualTo("name? ");
    client.answer("stdin", "input_reply", Map.of("value", ""), request.header());
    client.reply("shell", id);
  }

  @Test
  void a_question_waits_for_a_client_whose_stdin_connects_late() throws Exception {
    try (WireClient late = WireClient.withoutStdin(kernel.connection())) {
      String id = late.start("System.out.print(\"name? \"); " + READ);
      late.await("iopub", m -> m.answers(id) && m.type().equals("stream"));

      late.connectStdin();

      Received request = late.await("stdin", m -> m.type().equals("input_request"));
      late.answer("stdin", "input_reply", Map.of("value", "here"), request.header());
      assertThat(text(late.published(id), "stdout")).isEqualTo("got here");
    }
  }

  @Test
  void passwords_are_asked_for_as_passwords() throws Exception {
    String id = client.start("String secret = password(\"key: \");");

    Received request = awaitRequest(id);

    assertThat(request.content()).isEqualTo(Map.of("prompt", "key: ", "password", true));
    client.answer("stdin", "input_reply", Map.of("value", "x"), request.header());
    client.reply("shell", id);
  }

  @Test
  void an_interrupt_ends_the_wait_and_a_stale_answer_goes_nowhere() throws Exception {
    String first = client.start(READ);
    Received stale = awaitRequest(first);
    client.command("interrupt_request", Map.of());
    assertThat(client.reply("shell", first).get("status")).isEqualTo("error");

    String second = client.start(READ);
    Received request = awaitRequest(second);
    client.answer("stdin", "input_reply", Map.of("value", "stale"), stale.header());
    client.answer("stdin", "input_reply", Map.of("value", "fresh"), request.header());

    assertThat(text(client.published(second), "stdout")).isEqualTo("got fresh");
  }

  @Test
  void a_client_that_does_not_allow_input_is_not_asked() throws Exception {
    String id = client.send("shell", "execute_request", cell(READ, "allow_stdin", false));

    List<Received> published = client.published(id);

    assertThat(published).extracting(Received::type).contains("error");
    assertThat(client.reply("shell", id).get("traceback").toString()).contains("input");
  }
}
