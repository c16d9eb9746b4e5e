package firesteel.jupyter;

import firesteel.jupyter.wire.Message;
import firesteel.jupyter.wire.OutgoingMessage;
import firesteel.jupyter.wire.RouterChannel;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.slf4j.LoggerFactory;

/**
 * Asks clients for input over the stdin channel, and passes each reply to the thread that waits for
 * it. Late replies are dropped. Thread-safe.
 */
final class InputRequests {
  private record Waiting(List<byte[]> asked, CompletableFuture<String> answer) {}

  private final OutgoingMessage.Factory messages;
  private final Map<String, Waiting> waiting = new LinkedHashMap<>();
  private volatile RouterChannel stdin;

  InputRequests(OutgoingMessage.Factory messages) {
    this.messages = messages;
  }

  /** Sets the channel for requests; called before the first request. */
  void connect(RouterChannel channel) {
    stdin = channel;
  }

  /** Asks the client that sent a message for input, and waits for its reply. */
  String ask(Message parent, String prompt, boolean password) throws InterruptedException {
    OutgoingMessage request =
        messages.message(
            parent.identities(),
            "input_request",
            parent.headerBytes(),
            Map.of(),
            Map.of("prompt", prompt, "password", password),
            List.of());
    Waiting mine = new Waiting(parent.identities(), new CompletableFuture<>());
    synchronized (waiting) {
      waiting.put(request.id(), mine);
    }
    try {
      stdin.send(request);
      return mine.answer().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("an answer never fails", e);
    } finally {
      synchronized (waiting) {
        waiting.remove(request.id());
      }
    }
  }

  /** Accepts a message from the stdin channel. */
  void accept(RouterChannel channel, Message message) {
    Waiting asker = message.type().equals("input_reply") ? waitingFor(message) : null;
    if (asker == null) {
      LoggerFactory.getLogger(InputRequests.class)
          .info("a {} that nobody waits for was dropped", message.type());
    } else {
      Object value = message.content().get("value");
      asker.answer().complete(value == null ? "" : value.toString());
    }
  }

  /**
   * Returns the waiting thread for a reply: that of the request that the reply names as its parent.
   * Python's clients name none; then it is the oldest request to that client.
   */
  private Waiting waitingFor(Message reply) {
    Object request = reply.parentHeader().get("msg_id");
    synchronized (waiting) {
      if (request != null) {
        return waiting.get(request.toString());
      }
      return waiting.values().stream()
          .filter(w -> sameClient(w.asked(), reply.identities()))
          .findFirst()
          .orElse(null);
    }
  }

  private static boolean sameClient(List<byte[]> one, List<byte[]> other) {
    return Arrays.deepEquals(one.toArray(), other.toArray());
  }
}
