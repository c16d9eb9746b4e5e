package firesteel.jupyter.client;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/**
 * A Jupyter client on real sockets.
 *
 * <pre>{@code
 * try (WireClient client = new WireClient(connection)) {
 *   String status = (String) client.ask("execute_request", WireClient.cell("1 + 1")).get("status");
 * }
 * }</pre>
 *
 * Confined to one thread.
 */
public final class WireClient implements AutoCloseable {
  private static final ObjectMapper JSON =
      new ObjectMapper(
          new JsonFactoryBuilder()
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
              .build());
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  /** A message as it came. */
  public record Received(
      String type,
      Map<String, Object> header,
      Map<String, Object> parent,
      Map<String, Object> metadata,
      Map<String, Object> content,
      List<byte[]> buffers) {
    /** Returns whether it belongs to a request. */
    public boolean answers(String id) {
      return id.equals(parent.get("msg_id"));
    }

    /** Returns a value of its content, or null. */
    public Object get(String name) {
      return content.get(name);
    }
  }

  private final ZMQ.Context context = ZMQ.context(1);
  private final Map<String, ZMQ.Socket> sockets = new HashMap<>();
  private final Map<String, Deque<Received>> unread = new HashMap<>();
  private final String session = UUID.randomUUID().toString();
  private final LocalConnection connection;
  private final String key;
  private final Duration timeout;

  /** Connects to all channels, and waits until the kernel publishes to this client. */
  public WireClient(LocalConnection connection) throws IOException {
    this(connection, TIMEOUT, true);
  }

  /** The same with another bound for each wait. */
  public WireClient(LocalConnection connection, Duration timeout) throws IOException {
    this(connection, timeout, true);
  }

  /** Returns a client that asks to be connected to stdin by {@link #connectStdin}. */
  public static WireClient withoutStdin(LocalConnection connection) throws IOException {
    return new WireClient(connection, TIMEOUT, false);
  }

  private WireClient(LocalConnection connection, Duration timeout, boolean withStdin)
      throws IOException {
    this.connection = connection;
    this.timeout = timeout;
    key = connection.key();
    open("shell", SocketType.DEALER, connection);
    open("control", SocketType.DEALER, connection);
    if (withStdin) {
      connectStdin();
    }
    open("iopub", SocketType.SUB, connection).subscribe("");
    await("iopub", message -> message.type().equals("iopub_welcome"));
  }

  /** Connects to stdin. */
  public void connectStdin() {
    open("stdin", SocketType.DEALER, connection);
  }

  private ZMQ.Socket open(String channel, SocketType type, LocalConnection connection) {
    ZMQ.Socket socket = context.socket(type);
    socket.setHWM(0);
    socket.setLinger(0);
    socket.setReceiveTimeOut((int) timeout.toMillis());
    reconnectSoon(socket);
    socket.setIdentity(session.getBytes(StandardCharsets.US_ASCII));
    connection.prepare(socket);
    socket.connect(connection.endpoint(channel));
    sockets.put(channel, socket);
    unread.put(channel, new ArrayDeque<>());
    return socket;
  }

  /**
   * Works around a bug of JeroMQ 0.6's connecting side (its pull request 1022): some percent of new
   * connections never start their handshake, and are opened again after a timeout.
   */
  public static void reconnectSoon(ZMQ.Socket socket) {
    socket.setHandshakeIvl(500);
  }

  /** Sends a request; returns its id. */
  public String send(String channel, String type, Map<String, Object> content) throws IOException {
    return send(channel, type, content, Map.of(), Map.of(), List.of());
  }

  /** Sends a request with all its parts; returns its id. */
  public String send(
      String channel,
      String type,
      Map<String, Object> content,
      Map<String, Object> moreHeader,
      Map<String, Object> metadata,
      List<byte[]> buffers)
      throws IOException {
    Map<String, Object> header = new HashMap<>(moreHeader);
    String id = UUID.randomUUID().toString();
    header.put("msg_id", id);
    header.put("msg_type", type);
    header.put("session", session);
    header.put("username", "firesteel");
    header.put("date", Instant.now().toString());
    header.put("version", "5.5");
    sendSigned(
        channel,
        List.of(
            JSON.writeValueAsBytes(header),
            "{}".getBytes(StandardCharsets.UTF_8),
            JSON.writeValueAsBytes(metadata),
            JSON.writeValueAsBytes(content)),
        buffers);
    return id;
  }

  /** Sends an answer to a request of the kernel. */
  public void answer(
      String channel, String type, Map<String, Object> content, Map<String, Object> parent)
      throws IOException {
    Map<String, Object> header =
        Map.of("msg_id", UUID.randomUUID().toString(), "msg_type", type, "session", session);
    sendSigned(
        channel,
        List.of(
            JSON.writeValueAsBytes(header),
            JSON.writeValueAsBytes(parent),
            "{}".getBytes(StandardCharsets.UTF_8),
            JSON.writeValueAsBytes(content)),
        List.of());
  }

  private void sendSigned(String channel, List<byte[]> parts, List<byte[]> buffers) {
    List<byte[]> frames = new ArrayList<>();
    frames.add("<IDS|MSG>".getBytes(StandardCharsets.US_ASCII));
    frames.add(signature(parts).getBytes(StandardCharsets.US_ASCII));
    frames.addAll(parts);
    frames.addAll(buffers);
    sendRaw(channel, frames);
  }

  /** Sends frames as they are. */
  public void sendRaw(String channel, List<byte[]> frames) {
    for (int i = 0; i < frames.size(); i++) {
      sockets.get(channel).send(frames.get(i), i < frames.size() - 1 ? ZMQ.SNDMORE : 0);
    }
  }

  private String signature(List<byte[]> parts) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      parts.forEach(mac::update);
      return HexFormat.of().formatHex(mac.doFinal());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns the next message of a channel that is wanted; others stay unread. */
  public Received await(String channel, Predicate<Received> wanted) throws IOException {
    for (Iterator<Received> it = unread.get(channel).iterator(); it.hasNext(); ) {
      Received message = it.next();
      if (wanted.test(message)) {
        it.remove();
        return message;
      }
    }
    while (true) {
      Received message = receive(channel);
      if (wanted.test(message)) {
        return message;
      }
      unread.get(channel).add(message);
    }
  }

  /** Returns the reply to a request. */
  public Received reply(String channel, String id) throws IOException {
    return await(channel, message -> message.answers(id));
  }

  /** Returns what was published for a request, idle excluded; waits for idle. */
  public List<Received> published(String id) throws IOException {
    List<Received> all = new ArrayList<>();
    while (true) {
      Received message = await("iopub", m -> m.answers(id));
      if ("idle".equals(message.get("execution_state"))) {
        return all;
      }
      all.add(message);
    }
  }

  /** Sends a request by shell and returns its reply. */
  public Received ask(String type, Map<String, Object> content) throws IOException {
    return reply("shell", send("shell", type, content));
  }

  /** Sends a request by control and returns its reply. */
  public Received command(String type, Map<String, Object> content) throws IOException {
    return reply("control", send("control", type, content));
  }

  /** Starts a cell; returns the request's id. */
  public String start(String code) throws IOException {
    return send("shell", "execute_request", cell(code));
  }

  /** Starts a cell and waits until the kernel has announced it. */
  public String startAndAwaitRunning(String code) throws IOException {
    String id = start(code);
    await("iopub", m -> m.answers(id) && m.type().equals("execute_input"));
    return id;
  }

  /** Returns the content of a request to run a cell. */
  public static Map<String, Object> cell(String code) {
    Map<String, Object> content = new HashMap<>();
    content.put("code", code);
    content.put("silent", false);
    content.put("store_history", true);
    content.put("user_expressions", Map.of());
    content.put("allow_stdin", true);
    content.put("stop_on_error", true);
    return content;
  }

  /** Returns the same with one field of another value. */
  public static Map<String, Object> cell(String code, String field, Object value) {
    Map<String, Object> content = cell(code);
    content.put(field, value);
    return content;
  }

  private Received receive(String channel) throws IOException {
    ZMQ.Socket socket = sockets.get(channel);
    List<byte[]> frames = new ArrayList<>();
    do {
      byte[] frame = socket.recv();
      if (frame == null) {
        throw new IOException(
            "nothing more came by "
                + channel
                + "; unread: "
                + unread.get(channel).stream().map(Received::type).toList());
      }
      frames.add(frame);
    } while (socket.hasReceiveMore());
    int start = 0;
    while (!new String(frames.get(start), StandardCharsets.UTF_8).equals("<IDS|MSG>")) {
      start++;
    }
    if (!signature(frames.subList(start + 2, start + 6))
        .equals(new String(frames.get(start + 1), StandardCharsets.US_ASCII))) {
      throw new IOException("the kernel's signature is wrong");
    }
    Map<String, Object> header = object(frames.get(start + 2));
    return new Received(
        (String) header.get("msg_type"),
        header,
        object(frames.get(start + 3)),
        object(frames.get(start + 4)),
        object(frames.get(start + 5)),
        List.copyOf(frames.subList(start + 6, frames.size())));
  }

  private static Map<String, Object> object(byte[] json) throws IOException {
    return JSON.readValue(json, new TypeReference<Map<String, Object>>() {});
  }

  /** Returns the text that a stream got. */
  public static String text(List<Received> published, String stream) {
    StringBuilder text = new StringBuilder();
    for (Received message : published) {
      if (message.type().equals("stream") && message.get("name").equals(stream)) {
        text.append(message.get("text"));
      }
    }
    return text.toString();
  }

  @Override
  public void close() {
    sockets.values().forEach(ZMQ.Socket::close);
    context.term();
  }
}
