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
 * Maps message types to handlers, and does what all requests have in common: the status busy first,
 * then the handler's output, the reply, and the status idle last.
 */
final class Dispatcher {
  /** The thread on which a request is handled. */
  enum Where {
    /**
     * On the channel's thread: for quick requests, which are answered even while other threads are
     * busy.
     */
    AT_ONCE,
    /** On the thread for questions about code: in order, and in parallel to cells. */
    BESIDE_CELLS,
    /** On the thread of the request's subshell: in order with the subshell's cells. */
    WITH_CELLS
  }

  private record Route(Where where, Handler handler) {}

  private final Map<String, Route> routes = new HashMap<>();
  private final OutgoingMessage.Factory messages;
  private final OutputsFactory outputs;
  private final Subshells subshells;
  private final RequestThread questions;
  private final Consumer<Runnable> interruptible;

  /** Creates the outputs of a request. */
  interface OutputsFactory {
    RequestOutputs of(Message message);
  }

  /**
   * Creates an empty table.
   *
   * @param interruptible runs the requests of {@link Where#WITH_CELLS}, so that an interrupt
   *     reaches them as soon as the status is busy
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

  /** Adds a handler. All handlers are added before the first message. */
  Dispatcher route(String type, Where where, Handler handler) {
    routes.put(type, new Route(where, handler));
    return this;
  }

  /** Accepts a message from a channel, on the channel's thread. */
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
    thread
        .get()
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
