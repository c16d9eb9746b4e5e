package firesteel.jupyter;

import firesteel.jupyter.wire.Message;
import firesteel.jupyter.wire.OutgoingMessage;
import firesteel.jupyter.wire.RouterChannel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;

/**
 * The table from message types to handlers, and the one place for what all requests have in common:
 * busy first, then what the handler publishes, the reply, and idle last.
 */
final class Dispatcher {
  /** On which thread a request is carried out. */
  enum Where {
    /** On the channel's own: takes no time, and is answered whatever else goes on. */
    AT_ONCE,
    /** On the thread for questions about code: beside the cells, in order among themselves. */
    BESIDE_CELLS,
    /** On the thread of the request's subshell: in order with its cells. */
    WITH_CELLS
  }

  private record Route(Where where, Handler handler) {}

  private final Map<String, Route> routes = new HashMap<>();
  private final OutgoingMessage.Factory messages;
  private final OutputsFactory outputs;
  private final Subshells subshells;
  private final RequestThread questions;
  private final Consumer<Runnable> interruptible;

  /** Makes the outputs of a request. */
  interface OutputsFactory {
    RequestOutputs of(Message message);
  }

  /**
   * Makes an empty table.
   *
   * @param interruptible runs what is carried out with the cells, so that an interrupt reaches it
   *     as soon as it is said to be busy
   */
  Dispatcher(
      OutgoingMessage.Factory messages,
      OutputsFactory outputs,
      Subshells subshells,
      RequestThread questions,
      Consumer<Runnable> interruptible) {
    this.messages = messages;
    this.outputs = outputs;
    this.subshells = subshells;
    this.questions = questions;
    this.interruptible = interruptible;
  }

  /** Adds a row to the table. All rows are added before the first message. */
  Dispatcher route(String type, Where where, Handler handler) {
    routes.put(type, new Route(where, handler));
    return this;
  }

  /** Takes a message from a channel, on the channel's thread. */
  void accept(RouterChannel channel, Message message) {
    Request request = new Request(channel, message, outputs.of(message));
    Route route = routes.get(message.type());
    if (route == null) {
      LoggerFactory.getLogger(Dispatcher.class)
          .warn("a message of the unknown type {} was ignored", message.type());
      carryOut(request, unknown -> Optional.empty());
      return;
    }
    switch (route.where()) {
      case AT_ONCE -> carryOut(request, route.handler());
      case BESIDE_CELLS -> questions.submit(thread -> carryOut(request, route.handler()));
      case WITH_CELLS -> withCells(request, route.handler());
    }
  }

  private void withCells(Request request, Handler handler) {
    Optional<RequestThread> thread = subshells.thread(request.subshell());
    if (thread.isEmpty()) {
      carryOut(
          request,
          lost ->
              replies(request)
                  ? Optional.of(
                      Reply.error("UnknownSubshell", "there is no subshell " + request.subshell()))
                  : Optional.empty());
      return;
    }
    thread.get()
        .submit(
            running -> {
              Handler chosen =
                  running.isAborting() && request.type().equals("execute_request")
                      ? aborted -> Optional.of(Reply.of(Map.of("status", "aborted")))
                      : handler;
              interruptible.accept(() -> carryOut(request, chosen));
            });
  }

  private static boolean replies(Request request) {
    return request.type().endsWith("_request");
  }

  private void carryOut(Request request, Handler handler) {
    RequestOutputs out = request.outputs();
    out.status("busy");
    Optional<Reply> reply;
    try {
      reply = handler.handle(request);
    } catch (BadRequestException e) {
      reply = failed(request, e, "BadRequest", e.getMessage());
    } catch (Throwable t) {
      reply = failed(request, t, t.getClass().getSimpleName(), String.valueOf(t.getMessage()));
    }
    out.flush();
    reply.ifPresent(r -> send(request, r));
    out.status("idle");
    reply.ifPresent(r -> r.afterwards().run());
  }

  private Optional<Reply> failed(Request request, Throwable t, String name, String message) {
    LoggerFactory.getLogger(Dispatcher.class).warn("{} failed", request.type(), t);
    return replies(request) ? Optional.of(Reply.error(name, message)) : Optional.empty();
  }

  private void send(Request request, Reply reply) {
    Message message = request.message();
    String type = message.type().replaceFirst("_request$", "_reply");
    request
        .channel()
        .send(
            messages.message(
                message.identities(),
                type,
                message.headerBytes(),
                Map.of("status", reply.content().getOrDefault("status", "ok")),
                reply.content(),
                List.of()));
  }
}
