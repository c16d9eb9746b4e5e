package firesteel.api.comm;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Keeps the comms of a session: the targets that cells registered, and the comms that are open.
 * Follows <a
 * href="https://jupyter-client.readthedocs.io/en/stable/messaging.html#custom-messages">custom
 * messages</a> of the Jupyter messaging protocol, so that ipywidgets' messages pass too.
 *
 * <pre>{@code
 * Comms comms = comms();
 * comms.registerTarget("thermometer", (comm, opened) ->
 *     comm.onMessage(message -> comm.send(Map.of("celsius", 21.5))));
 * Comm chart = comms.open("my-chart-extension", Map.of("points", List.of(1, 2, 3)));
 * }</pre>
 *
 * <p>Thread-safe. Handlers run on the thread on which the frontend delivers messages.
 */
public final class Comms {
  private final ConcurrentMap<String, CommTarget> targets = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Comm> open = new ConcurrentHashMap<>();
  private volatile CommTransport transport;

  /** Creates a registry without targets, comms and frontend. */
  public Comms() {}

  /**
   * Connects the comms to a frontend, or disconnects them when {@code newTransport} is null. Called
   * by frontends.
   */
  public void connect(CommTransport newTransport) {
    transport = newTransport;
  }

  /**
   * Registers a target that the frontend may open comms to; it replaces an earlier target of the
   * same name.
   */
  public void registerTarget(String name, CommTarget target) {
    targets.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(target, "target"));
  }

  /**
   * Opens a comm to a target of the frontend. When the frontend has no such target, it closes the
   * comm, and the handler of {@link Comm#onClose} is called.
   *
   * @throws IllegalStateException when no frontend that supports comms is connected
   */
  public Comm open(String targetName, Map<String, Object> data) {
    return open(targetName, CommMessage.of(data));
  }

  /**
   * Opens a comm to a target of the frontend, with metadata and buffers.
   *
   * @throws IllegalStateException when no frontend that supports comms is connected
   */
  public Comm open(String targetName, CommMessage message) {
    Comm comm =
        new Comm(
            this,
            UUID.randomUUID().toString().replace("-", ""),
            Objects.requireNonNull(targetName, "targetName"));
    Map<String, Object> content = content(comm, message);
    content.put("target_name", targetName);
    CommTransport frontend = frontend();
    open.put(comm.id(), comm);
    try {
      frontend.send("comm_open", content, message.metadata(), message.buffers());
    } catch (RuntimeException e) {
      open.remove(comm.id());
      throw e;
    }
    return comm;
  }

  /** Returns the open comm with an id; empty when there is none. */
  public Optional<Comm> find(String id) {
    return Optional.ofNullable(open.get(id));
  }

  /** The comms that are open, in no order. */
  public List<Comm> all() {
    return List.copyOf(open.values());
  }

  /**
   * Called by frontends when a comm was opened. They call this, {@link #messageArrived} and {@link
   * #closed} on one thread, in the order of the messages. When no such target is registered, the
   * comm is closed again.
   *
   * @throws CommException when the target failed; the comm is closed then
   */
  public void opened(String id, String targetName, CommMessage message) throws CommException {
    Comm comm = new Comm(this, id, targetName);
    open.put(id, comm);
    CommTarget target = targets.get(targetName);
    if (target == null) {
      comm.close();
      throw new CommException(
          "the frontend opened a comm to '%s', which no cell has registered with registerTarget"
              .formatted(targetName));
    }
    try {
      target.opened(comm, message);
    } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
      comm.close();
      throw new CommException("the target '%s' of a comm failed".formatted(targetName), e);
    }
  }

  /**
   * Called by frontends when a message arrived; a message for a comm that is not open is dropped.
   *
   * @throws CommException when the comm's handler failed
   */
  public void messageArrived(String id, CommMessage message) throws CommException {
    Comm comm = open.get(id);
    if (comm != null) {
      call(comm, () -> comm.messageArrived(message));
    }
  }

  /**
   * Called by frontends when a comm was closed; a comm that is not open is ignored.
   *
   * @throws CommException when the comm's handler failed
   */
  public void closed(String id, CommMessage message) throws CommException {
    Comm comm = open.remove(id);
    if (comm != null) {
      call(comm, () -> comm.closedByFrontend(message));
    }
  }

  boolean isOpen(Comm comm) {
    return open.get(comm.id()) == comm;
  }

  void send(Comm comm, CommMessage message) {
    if (!isOpen(comm)) {
      throw new IllegalStateException(
          "the comm to '%s' is closed; open a new one".formatted(comm.targetName()));
    }
    frontend().send("comm_msg", content(comm, message), message.metadata(), message.buffers());
  }

  void close(Comm comm, CommMessage message) {
    if (open.remove(comm.id(), comm)) {
      CommTransport frontend = transport;
      if (frontend != null) {
        frontend.send("comm_close", content(comm, message), message.metadata(), message.buffers());
      }
    }
  }

  private CommTransport frontend() {
    CommTransport frontend = transport;
    if (frontend == null) {
      throw new IllegalStateException(
          "no frontend is connected that has comms: widgets and comms need a Jupyter client"
              + " such as JupyterLab");
    }
    return frontend;
  }

  private static Map<String, Object> content(Comm comm, CommMessage message) {
    Map<String, Object> content = new HashMap<>();
    content.put("comm_id", comm.id());
    content.put("data", message.data());
    return content;
  }

  private interface Call {
    void run() throws Exception;
  }

  private static void call(Comm comm, Call call) throws CommException {
    try {
      call.run();
    } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
      throw new CommException(
          "a handler of the comm to '%s' failed".formatted(comm.targetName()), e);
    }
  }
}
