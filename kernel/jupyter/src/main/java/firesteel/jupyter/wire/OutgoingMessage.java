package firesteel.jupyter.wire;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A message to send, as written JSON: invalid content fails where the message is created, and
 * queues know their size in bytes.
 *
 * @param prefix the frames before the delimiter: identities of a peer, or a topic
 * @param id the message's id
 */
public record OutgoingMessage(
    List<byte[]> prefix,
    String id,
    byte[] header,
    byte[] parentHeader,
    byte[] metadata,
    byte[] content,
    List<byte[]> buffers) {
  private static final byte[] EMPTY = {'{', '}'};

  /** The protocol version in every header. */
  public static final String PROTOCOL_VERSION = "5.5";

  /** Creates the messages of one kernel. Thread-safe. */
  public static final class Factory {
    // An id and no secret, hence without SecureRandom, which takes long to start.
    private final String session =
        new UUID(ThreadLocalRandom.current().nextLong(), ThreadLocalRandom.current().nextLong())
            .toString();
    private final AtomicLong count = new AtomicLong();

    /** The id of this run of the kernel. */
    public String session() {
      return session;
    }

    /**
     * Creates a message.
     *
     * @param parentHeader the header, as received, of the message that caused this one; null for
     *     none
     * @throws IllegalArgumentException when the content or the metadata has values that JSON can't
     *     represent
     */
    public OutgoingMessage message(
        List<byte[]> prefix,
        String type,
        byte[] parentHeader,
        Map<String, Object> metadata,
        Map<String, Object> content,
        List<byte[]> buffers) {
      String id = session + "_" + count.incrementAndGet();
      Map<String, Object> header = new LinkedHashMap<>();
      header.put("msg_id", id);
      header.put("msg_type", type);
      header.put("username", "kernel");
      header.put("session", session);
      header.put("date", Instant.now().toString());
      header.put("version", PROTOCOL_VERSION);
      return new OutgoingMessage(
          prefix,
          id,
          WireJson.write(header),
          parentHeader == null ? EMPTY : parentHeader,
          metadata.isEmpty() ? EMPTY : WireJson.write(metadata),
          WireJson.write(content),
          buffers);
    }
  }

  /** The approximate size in bytes. */
  long size() {
    long size = 200L + content.length + metadata.length;
    for (byte[] buffer : buffers) {
      size += buffer.length;
    }
    return size;
  }
}
