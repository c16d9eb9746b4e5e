package firesteel.jupyter;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.zeromq.ZMQ;

/** A connection file and both sides' view of it. */
final class TestConnection {
  private static final List<String> CHANNELS = List.of("shell", "control", "stdin", "iopub", "hb");

  private final Map<String, Object> json = new HashMap<>();
  private final Path file;
  private ZMQ.Curve.KeyPair curve;

  private TestConnection(Path folder) throws IOException {
    file = folder.resolve("kernel-" + UUID.randomUUID() + ".json");
    json.put("transport", "tcp");
    json.put("ip", "127.0.0.1");
    json.put("key", UUID.randomUUID().toString());
    json.put("signature_scheme", "hmac-sha256");
    json.put("kernel_name", "");
    List<ServerSocket> taken = new ArrayList<>();
    for (String channel : CHANNELS) {
      ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
      taken.add(socket);
      json.put(channel + "_port", socket.getLocalPort());
    }
    for (ServerSocket socket : taken) {
      socket.close();
    }
  }

  static TestConnection tcp(Path folder) throws IOException {
    return new TestConnection(folder).write();
  }

  static TestConnection curve(Path folder) throws IOException {
    TestConnection connection = new TestConnection(folder);
    connection.curve = ZMQ.Curve.generateKeyPair();
    connection.json.put("curve_publickey", connection.curve.publicKey);
    connection.json.put("curve_secretkey", connection.curve.secretKey);
    return connection.write();
  }

  private TestConnection write() throws IOException {
    new ObjectMapper().writeValue(file.toFile(), json);
    return this;
  }

  Path file() {
    return file;
  }

  String key() {
    return (String) json.get("key");
  }

  String endpoint(String channel) {
    return "tcp://127.0.0.1:" + json.get(channel + "_port");
  }

  /** Gives a client's socket what it needs to connect. */
  void prepare(ZMQ.Socket socket) {
    if (curve != null) {
      byte[] publicKey = ZMQ.Curve.z85Decode(curve.publicKey);
      socket.setCurveServerKey(publicKey);
      socket.setCurvePublicKey(publicKey);
      socket.setCurveSecretKey(ZMQ.Curve.z85Decode(curve.secretKey));
    }
  }
}
