package firesteel.api.comm;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A message that is sent over a comm.
 *
 * @param data JSON as maps, lists, strings, numbers, booleans and nulls
 * @param metadata of the message, usually empty
 * @param buffers binary parts, usually none
 */
public record CommMessage(
    Map<String, Object> data, Map<String, Object> metadata, List<byte[]> buffers) {
  public CommMessage {
    Objects.requireNonNull(data, "data");
    Objects.requireNonNull(metadata, "metadata");
    buffers = List.copyOf(buffers);
  }

  /** Returns a message without metadata and buffers. */
  public static CommMessage of(Map<String, Object> data) {
    return new CommMessage(data, Map.of(), List.of());
  }
}
