package firesteel.jupyter.wire;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Connections for tests; ports that are 0 are chosen by the system. */
final class Wires {
  private Wires() {}

  static ConnectionInfo connection(String transport, String ip) {
    return new ConnectionInfo(
        transport,
        ip,
        0,
        0,
        0,
        0,
        0,
        "key".getBytes(StandardCharsets.UTF_8),
        "HmacSHA256",
        Optional.empty());
  }
}
