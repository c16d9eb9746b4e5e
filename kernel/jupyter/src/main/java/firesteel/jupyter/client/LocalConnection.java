package firesteel.jupyter.client;

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

/** The connection file of a kernel on this machine, and both sides' view of it. */
public final class LocalConnection {
  private static final List<String> CHANNELS = List.of("shell", "control", "stdin", "iopub", "hb");

  private final Map<String, Object> json = new HashMap<>();
  private final Path file;
  private ZMQ.Curve.KeyPair curve;

  private LocalConnection(Path folder) throws IOException {
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

  /**
   * Free ports of the loopback interface.
   *
   * @param folder where the file is written
   */
  public static LocalConnection tcp(Path folder) throws IOException {
    return new LocalConnection(folder).write();
  }

  /** Returns the same, with messages encrypted by CurveZMQ. */
  public static LocalConnection curve(Path folder) throws IOException {
    LocalConnection connection = new LocalConnection(folder);
    connection.curve = ZMQ.Curve.generateKeyPair();
    connection.json.put("curve_publickey", connection.curve.publicKey);
    connection.json.put("curve_secretkey", connection.curve.secretKey);
    return connection.write();
  }

  private LocalConnection write() throws IOException {
    new ObjectMapper().writeValue(file.toFile(), json);
    return this;
  }

  /** The connection file, for the kernel. */
  public Path file() {
    return file;
  }

  /** Returns what messages are signed with. */
  String key() {
    return (String) json.get("key");
  }

  /** Returns the address of a channel. */
  public String endpoint(String channel) {
    return "tcp://127.0.0.1:" + json.get(channel + "_port");
  }

  /** Gives a client's socket what it needs to connect. */
  public void prepare(ZMQ.Socket socket) {
    if (curve != null) {
      byte[] publicKey = ZMQ.Curve.z85Decode(curve.publicKey);
      socket.setCurveServerKey(publicKey);
      socket.setCurvePublicKey(publicKey);
      socket.setCurveSecretKey(ZMQ.Curve.z85Decode(curve.secretKey));
    }
  }
}
