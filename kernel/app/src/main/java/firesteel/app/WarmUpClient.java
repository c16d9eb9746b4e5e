package firesteel.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/**
 * A small Jupyter client for the warm-up's kernel: sends a request, waits for its reply. Confined
 * to one thread.
 */
final class WarmUpClient implements AutoCloseable {
  private static final String SIGNATURE = "HmacSHA256";
  private static final int PATIENCE_MILLIS = 120_000;

  private final ObjectMapper json = new ObjectMapper();
  private final ZContext context = new ZContext();
  private final String key = UUID.randomUUID().toString();
  private final Map<String, Integer> ports = new LinkedHashMap<>();
  private final ZMQ.Socket shell;
  private final ZMQ.Socket control;
  private final ZMQ.Socket iopub;

  /** A client that writes a kernel's connection file, and connects to what it names. */
  WarmUpClient(Path connectionFile) throws IOException {
    choosePorts();
    Map<String, Object> connection = new LinkedHashMap<>(ports);
    connection.put("ip", InetAddress.getLoopbackAddress().getHostAddress());
    connection.put("transport", "tcp");
    connection.put("signature_scheme", "hmac-sha256");
    connection.put("key", key);
    Files.writeString(connectionFile, json.writeValueAsString(connection));
    shell = connect(SocketType.DEALER, "shell_port");
    control = connect(SocketType.DEALER, "control_port");
    iopub = connect(SocketType.SUB, "iopub_port");
    iopub.subscribe(ZMQ.SUBSCRIPTION_ALL);
  }

  private void choosePorts() throws IOException {
    List<ServerSocket> held = new ArrayList<>();
    try {
      for (String name :
          List.of("shell_port", "control_port", "iopub_port", "stdin_port", "hb_port")) {
        ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        held.add(socket);
        ports.put(name, socket.getLocalPort());
      }
    } finally {
      for (ServerSocket socket : held) {
        socket.close();
      }
    }
  }

  private ZMQ.Socket connect(SocketType type, String port) {
    ZMQ.Socket socket = context.createSocket(type);
    socket.setReceiveTimeOut(PATIENCE_MILLIS);
    socket.setLinger(0);
    socket.connect(
        "tcp://" + InetAddress.getLoopbackAddress().getHostAddress() + ":" + ports.get(port));
    return socket;
  }

  /** Sends a request to the shell channel and waits for its reply; returns the reply's status. */
  String ask(String type, Map<String, Object> content) throws IOException {
    return ask(shell, type, content);
  }

  /** Runs a cell; returns the reply's status. */
  String execute(String code) throws IOException {
    return ask(
        "execute_request",
        Map.of(
            "code", code,
            "silent", false,
            "store_history", true,
            "user_expressions", Map.of(),
            "allow_stdin", false,
            "stop_on_error", false));
  }

  /** Ends the kernel. */
  void shutDown() throws IOException {
    ask(control, "shutdown_request", Map.of("restart", false));
  }

  private String ask(ZMQ.Socket socket, String type, Map<String, Object> content)
      throws IOException {
    String id = UUID.randomUUID().toString();
    byte[] header =
        json.writeValueAsBytes(
            Map.of(
                "msg_id",
                id,
                "session",
                key,
                "username",
                "warm-up",
                "date",
                java.time.Instant.now().toString(),
                "msg_type",
                type,
                "version",
                "5.3"));
    byte[] empty = "{}".getBytes(StandardCharsets.UTF_8);
    byte[] body = json.writeValueAsBytes(content);
    socket.sendMore("<IDS|MSG>");
    socket.sendMore(sign(header, empty, empty, body));
    socket.sendMore(header);
    socket.sendMore(empty);
    socket.sendMore(empty);
    socket.send(body);
    while (true) {
      List<byte[]> frames = receive(socket);
      int start = frames.size() - 4;
      if (start < 0) {
        throw new IOException("no reply to " + type);
      }
      JsonNode parent = json.readTree(frames.get(start + 1));
      if (parent.path("msg_id").asText().equals(id)) {
        drain();
        return json.readTree(frames.get(start + 3)).path("status").asText();
      }
    }
  }

  /** Frames after the delimiter and the signature are header, parent, metadata and content. */
  private static List<byte[]> receive(ZMQ.Socket socket) {
    List<byte[]> frames = new ArrayList<>();
    byte[] frame = socket.recv();
    while (frame != null) {
      frames.add(frame);
      frame = socket.hasReceiveMore() ? socket.recv() : null;
    }
    return frames;
  }

  private void drain() {
    while (iopub.recv(ZMQ.DONTWAIT) != null) {
      // What is published is of no interest here: that it was sent is.
    }
  }

  private String sign(byte[]... parts) throws IOException {
    try {
      Mac mac = Mac.getInstance(SIGNATURE);
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), SIGNATURE));
      for (byte[] part : parts) {
        mac.update(part);
      }
      return HexFormat.of().formatHex(mac.doFinal());
    } catch (GeneralSecurityException e) {
      throw new IOException("this Java has no " + SIGNATURE, e);
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
