package firesteel.jupyter.wire;

import java.util.List;
import java.util.Map;

/**
 * A received message whose signature was checked.
 *
 * @param identities the routing frames of the sender
 * @param headerBytes the header as received, which is the parent header of all replies
 * @param header the header
 * @param parentHeader the header of the message that this one answers; empty when it answers none
 * @param metadata usually empty
 * @param content by the message's type
 * @param buffers binary parts, usually none
 */
public record Message(
    List<byte[]> identities,
    byte[] headerBytes,
    Map<String, Object> header,
    Map<String, Object> parentHeader,
    Map<String, Object> metadata,
    Map<String, Object> content,
    List<byte[]> buffers) {

  /** The type, such as {@code execute_request}. */
  public String type() {
    return String.valueOf(header.get("msg_type"));
  }

  /** The sender's id for the message. */
  public String id() {
    return String.valueOf(header.get("msg_id"));
  }
}
