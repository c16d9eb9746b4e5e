package firesteel.jupyter.wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Converts messages to frames and back, signs them and checks signatures. Follows <a
 * href="https://jupyter-client.readthedocs.io/en/stable/messaging.html#the-wire-protocol">the wire
 * protocol</a>. Not thread-safe: one for each socket.
 */
final class MessageCodec {
  private static final byte[] DELIMITER = "<IDS|MSG>".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] UNSIGNED = {};

  /** Signature, header, parent header, metadata, content. */
  private static final int FIXED_FRAMES = 5;

  private final Mac mac;

  /**
   * Creates a codec with the key of a connection; without a key, messages are neither signed nor
   * checked.
   */
  MessageCodec(ConnectionInfo connection) throws IOException {
    if (connection.key().length == 0) {
      mac = null;
      return;
    }
    try {
      mac = Mac.getInstance(connection.macAlgorithm());
      mac.init(new SecretKeySpec(connection.key(), connection.macAlgorithm()));
    } catch (GeneralSecurityException e) {
      throw new IOException("this Java can't sign messages with " + connection.macAlgorithm(), e);
    }
  }

  /**
   * Reads a message.
   *
   * @throws IOException when the frames aren't a message, or are signed with another key
   */
  Message decode(List<byte[]> frames) throws IOException {
    int delimiter = 0;
    while (delimiter < frames.size() && !Arrays.equals(frames.get(delimiter), DELIMITER)) {
      delimiter++;
    }
    if (frames.size() - delimiter - 1 < FIXED_FRAMES) {
      throw new IOException("a message of " + frames.size() + " frames is incomplete");
    }
    List<byte[]> parts = frames.subList(delimiter + 1, frames.size());
    byte[] header = parts.get(1);
    if (!MessageDigest.isEqual(
        sign(header, parts.get(2), parts.get(3), parts.get(4)),
        mac == null ? UNSIGNED : parts.get(0))) {
      throw new IOException("a message whose signature is wrong");
    }
    Message message =
        new Message(
            List.copyOf(frames.subList(0, delimiter)),
            header,
            WireJson.readObject(header),
            WireJson.readObject(parts.get(2)),
            WireJson.readObject(parts.get(3)),
            WireJson.readObject(parts.get(4)),
            List.copyOf(parts.subList(FIXED_FRAMES, parts.size())));
    if (!(message.header().get("msg_type") instanceof String)
        || !(message.header().get("msg_id") instanceof String)) {
      throw new IOException("a message without msg_type or msg_id");
    }
    return message;
  }

  /** Returns the frames of a message. */
  List<byte[]> encode(OutgoingMessage message) {
    List<byte[]> frames = new ArrayList<>(message.prefix());
    frames.add(DELIMITER);
    frames.add(
        sign(message.header(), message.parentHeader(), message.metadata(), message.content()));
    frames.add(message.header());
    frames.add(message.parentHeader());
    frames.add(message.metadata());
    frames.add(message.content());
    frames.addAll(message.buffers());
    return frames;
  }

  private byte[] sign(byte[]... parts) {
    if (mac == null) {
      return UNSIGNED;
    }
    for (byte[] part : parts) {
      mac.update(part);
    }
    return HexFormat.of().formatHex(mac.doFinal()).getBytes(StandardCharsets.US_ASCII);
  }
}
