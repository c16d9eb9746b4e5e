package firesteel.api.comm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommsTest {
  private record Sent(
      String type,
      Map<String, Object> content,
      Map<String, Object> metadata,
      List<byte[]> buffers) {}

  private final List<Sent> sent = new ArrayList<>();
  private final Comms comms = new Comms();

  private void connect() {
    comms.connect(
        (type, content, metadata, buffers) -> sent.add(new Sent(type, content, metadata, buffers)));
  }

  @Test
  void a_comm_opened_by_a_cell_tells_the_frontend_and_talks_both_ways() throws Exception {
    connect();
    List<Object> got = new ArrayList<>();

    Comm comm = comms.open("chart", Map.of("points", 3));
    comm.onMessage(message -> got.add(message.data().get("clicked")));
    comm.send(Map.of("points", 4));
    comms.messageArrived(comm.id(), CommMessage.of(Map.of("clicked", true)));

    assertThat(sent).extracting(Sent::type).containsExactly("comm_open", "comm_msg");
    assertThat(sent.get(0).content())
        .containsEntry("comm_id", comm.id())
        .containsEntry("target_name", "chart")
        .containsEntry("data", Map.of("points", 3));
    assertThat(sent.get(1).content()).containsEntry("data", Map.of("points", 4));
    assertThat(got).containsExactly(true);
  }

  @Test
  void a_comm_opened_by_the_frontend_reaches_its_target_with_metadata_and_buffers()
      throws Exception {
    connect();
    List<CommMessage> got = new ArrayList<>();
    comms.registerTarget("jupyter.widget", (comm, message) -> got.add(message));
    byte[] pixels = {1, 2, 3};

    comms.opened(
        "id1",
        "jupyter.widget",
        new CommMessage(
            Map.of("state", Map.of("value", 7)), Map.of("version", "2.1.0"), List.of(pixels)));

    assertThat(got).hasSize(1);
    assertThat(got.get(0).data()).isEqualTo(Map.of("state", Map.of("value", 7)));
    assertThat(got.get(0).metadata()).containsEntry("version", "2.1.0");
    assertThat(got.get(0).buffers()).containsExactly(pixels);
    assertThat(comms.find("id1")).get().extracting(Comm::isOpen).isEqualTo(true);
  }

  @Test
  void a_target_that_nobody_registered_is_answered_by_closing_the_comm() {
    connect();

    assertThatThrownBy(() -> comms.opened("id1", "nope", CommMessage.of(Map.of())))
        .isInstanceOf(CommException.class)
        .hasMessageContaining("'nope'")
        .hasMessageContaining("registerTarget");

    assertThat(sent).extracting(Sent::type).containsExactly("comm_close");
    assertThat(sent.get(0).content()).containsEntry("comm_id", "id1");
    assertThat(comms.all()).isEmpty();
  }

  @Test
  void a_target_that_fails_closes_the_comm_and_says_why() {
    connect();
    comms.registerTarget(
        "bad",
        (comm, message) -> {
          throw new IllegalArgumentException("no points");
        });

    assertThatThrownBy(() -> comms.opened("id1", "bad", CommMessage.of(Map.of())))
        .isInstanceOf(CommException.class)
        .hasMessageContaining("no points");

    assertThat(sent).extracting(Sent::type).containsExactly("comm_close");
  }

  @Test
  void a_handler_that_fails_leaves_the_comm_open() {
    connect();
    Comm comm = comms.open("chart", Map.of());
    comm.onMessage(
        message -> {
          throw new AssertionError("wrong");
        });

    assertThatThrownBy(() -> comms.messageArrived(comm.id(), CommMessage.of(Map.of())))
        .isInstanceOf(CommException.class)
        .hasMessageContaining("wrong");

    assertThat(comm.isOpen()).isTrue();
  }

  @Test
  void closing_ends_a_comm_once_on_either_side() throws Exception {
    connect();
    List<CommMessage> lastWords = new ArrayList<>();
    Comm ours = comms.open("chart", Map.of());
    Comm theirs = comms.open("chart", Map.of());
    theirs.onClose(lastWords::add);
    sent.clear();

    ours.close();
    ours.close();
    comms.closed(theirs.id(), CommMessage.of(Map.of("why", "gone")));

    assertThat(sent).extracting(Sent::type).containsExactly("comm_close");
    assertThat(lastWords).singleElement().extracting(CommMessage::data).asString().contains("gone");
    assertThatThrownBy(() -> theirs.send(Map.of()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
    assertThat(comms.all()).isEmpty();
  }

  @Test
  void without_a_frontend_opening_a_comm_says_what_is_missing() {
    assertThatThrownBy(() -> comms.open("chart", Map.of()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("JupyterLab");
    assertThat(comms.all()).isEmpty();
  }
}
