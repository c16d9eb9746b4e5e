package firesteel.jupyter;

import firesteel.jupyter.wire.Message;
import firesteel.jupyter.wire.RouterChannel;
import java.util.List;
import java.util.Map;

/**
 * A message from a client, with typed access to its content.
 *
 * @param channel the channel of the request and its reply
 * @param outputs the outputs for messages that the request causes
 */
record Request(RouterChannel channel, Message message, RequestOutputs outputs) {
  String type() {
    return message.type();
  }

  /** The id of the request's subshell; empty for the main shell. */
  String subshell() {
    Object id = message.header().get("subshell_id");
    return id == null ? "" : id.toString();
  }

  /**
   * Returns a text of the content.
   *
   * @throws BadRequestException when it is missing
   */
  String text(String name) throws BadRequestException {
    if (message.content().get(name) instanceof String text) {
      return text;
    }
    throw new BadRequestException(type() + " needs '" + name + "', a text");
  }

  /** Returns a text of the content, or a default. */
  String text(String name, String otherwise) {
    return message.content().get(name) instanceof String text ? text : otherwise;
  }

  /** Returns a flag of the content, or a default. */
  boolean flag(String name, boolean otherwise) {
    return message.content().get(name) instanceof Boolean flag ? flag : otherwise;
  }

  /** Returns a number of the content, or a default. */
  int number(String name, int otherwise) {
    return message.content().get(name) instanceof Number number ? number.intValue() : otherwise;
  }

  /** Returns an object of the content; empty when it is missing. */
  Map<String, Object> object(String name) {
    return object(message.content().get(name));
  }

  @SuppressWarnings("unchecked") // JSON objects have names for keys.
  static Map<String, Object> object(Object value) {
    return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
  }

  List<byte[]> buffers() {
    return message.buffers();
  }
}
