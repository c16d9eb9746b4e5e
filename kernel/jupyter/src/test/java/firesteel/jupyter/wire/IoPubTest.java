package firesteel.jupyter.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

class IoPubTest {
  private static final int MESSAGES = 1500;

  @Test
  void a_writer_waits_for_a_subscriber_that_is_behind_and_nothing_is_lost() throws Exception {
    Sockets sockets = new Sockets(Wires.connection("tcp", "127.0.0.1"));
    IoPub iopub = new IoPub(sockets, 0, new OutgoingMessage.Factory());
    iopub.start();
    ZMQ.Context context = ZMQ.context(1);
    ZMQ.Socket subscriber = context.socket(SocketType.SUB);
    subscriber.setRcvHWM(1);
    subscriber.setReceiveTimeOut(30_000);
    // JeroMQ 0.6 forgets some percent of the handshakes that it starts (its pull request 1022).
    subscriber.setHandshakeIvl(500);
    subscriber.connect(iopub.endpoint());
    subscriber.subscribe("");
    assertThat(contentOf(receive(subscriber))).contains("subscription");

    String text = "x".repeat(64 * 1024);
    Thread writer =
        new Thread(
            () -> {
              for (int i = 0; i < MESSAGES; i++) {
                iopub.publish(
                    "t", "stream", null, Map.of(), Map.of("n", i, "text", text), List.of());
                iopub.awaitCapacity();
              }
            });
    writer.start();
    await().until(() -> writer.getState() == Thread.State.WAITING);

    for (int i = 0; i < MESSAGES; i++) {
      assertThat(WireJson.readObject(receive(subscriber).get(6))).containsEntry("n", i);
    }
    writer.join();
    iopub.close();
    subscriber.close();
    context.term();
    sockets.close();
  }

  private static String contentOf(List<byte[]> frames) {
    return new String(frames.get(frames.size() - 1), StandardCharsets.UTF_8);
  }

  private static List<byte[]> receive(ZMQ.Socket socket) {
    List<byte[]> frames = new ArrayList<>();
    do {
      frames.add(socket.recv());
    } while (socket.hasReceiveMore());
    return frames;
  }
}
