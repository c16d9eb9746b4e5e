package firesteel.jupyter;

import firesteel.api.session.NotebookMetadata;
import firesteel.api.session.Session;
import firesteel.jupyter.wire.ConnectionInfo;
import firesteel.jupyter.wire.OutgoingMessage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Handles requests about the kernel itself: its description, interrupts and shutdown. */
final class KernelHandlers {
  /** How long the reply waits for the interrupt, which usually takes milliseconds. */
  private static final long INTERRUPT_MILLIS = 250;

  private final ConnectionInfo connection;
  private final KernelIdentity identity;
  private final Session session;
  private final Runnable shutdown;

  KernelHandlers(
      ConnectionInfo connection, KernelIdentity identity, Session session, Runnable shutdown) {
    this.connection = connection;
    this.identity = identity;
    this.session = session;
    this.shutdown = shutdown;
  }

  Optional<Reply> kernelInfo(Request request) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("protocol_version", OutgoingMessage.PROTOCOL_VERSION);
    content.put("implementation", identity.implementation());
    content.put("implementation_version", identity.version());
    content.put("language_info", NotebookMetadata.languageInfo());
    content.put("banner", identity.banner());
    content.put("debugger", false);
    content.put("supported_features", List.of("kernel subshells"));
    content.put(
        "help_links",
        identity.helpLinks().stream()
            .map(link -> Map.of("text", link.text(), "url", link.url()))
            .toList());
    return Optional.of(Reply.ok(content));
  }

  Optional<Reply> connect(Request request) {
    Map<String, Object> ports = new LinkedHashMap<>();
    ports.put("shell_port", connection.shellPort());
    ports.put("iopub_port", connection.iopubPort());
    ports.put("stdin_port", connection.stdinPort());
    ports.put("hb_port", connection.heartbeatPort());
    ports.put("control_port", connection.controlPort());
    return Optional.of(Reply.ok(ports));
  }

  /**
   * Interrupts on a thread of its own, so that the client gets a reply even if an extension blocks.
   */
  Optional<Reply> interrupt(Request request) throws InterruptedException {
    Thread interrupter = new Thread(session::interrupt, "firesteel-interrupt");
    interrupter.setDaemon(true);
    interrupter.start();
    interrupter.join(INTERRUPT_MILLIS);
    return Optional.of(Reply.ok(Map.of()));
  }

  Optional<Reply> shutdown(Request request) {
    Reply reply = Reply.ok(Map.of("restart", request.flag("restart", false)));
    request.outputs().publish("shutdown_reply", reply.content());
    return Optional.of(reply.then(shutdown));
  }

  /**
   * Replies that there is no debugger; kernel_info says so too, but some clients ask nevertheless.
   */
  Optional<Reply> debug(Request request) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("type", "response");
    content.put("request_seq", request.number("seq", 0));
    content.put("success", false);
    content.put("command", request.text("command", ""));
    content.put("message", "not supported: this kernel has no debugger");
    return Optional.of(Reply.of(content));
  }
}
