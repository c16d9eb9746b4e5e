package firesteel.jupyter.wire;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A message to send, its JSON written already: what can't be written fails where it was made, and
 * the queues know how much they hold.
 *
 * @param prefix what goes before the delimiter: identities of a peer, or a topic
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

  /** The protocol version that every header names. */
  public static final String PROTOCOL_VERSION = "5.5";

  /** Makes messages of one kernel. Thread-safe. */
  public static final class Factory {
    // Names only: no secret, hence no SecureRandom, which takes long to start.
    private final String session =
        new UUID(ThreadLocalRandom.current().nextLong(), ThreadLocalRandom.current().nextLong())
            .toString();
    private final AtomicLong count = new AtomicLong();

    /** The name of this kernel's run. */
    public String session() {
      return session;
    }

    /**
     * Makes a message.
     *
     * @param parentHeader the header, as it came, of the message that caused this one; null for
     *     none
     * @throws IllegalArgumentException when the content or the metadata holds what JSON can't
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

  /** About how many bytes it takes. */
  long size() {
    long size = 200L + content.length + metadata.length;
    for (byte[] buffer : buffers) {
      size += buffer.length;
    }
    return size;
  }
}
