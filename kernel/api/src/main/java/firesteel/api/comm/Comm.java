package firesteel.api.comm;

import java.util.Map;
import java.util.Objects;

/**
 * A connection for messages between a cell and the frontend, open until one side closes it.
 * Thread-safe.
 */
public final class Comm {
  private static final CommHandler NOTHING = message -> {};

  private final Comms comms;
  private final String id;
  private final String targetName;
  private volatile CommHandler onMessage = NOTHING;
  private volatile CommHandler onClose = NOTHING;

  Comm(Comms comms, String id, String targetName) {
    this.comms = comms;
    this.id = id;
    this.targetName = targetName;
  }

  /** The comm's id, the same on both sides. */
  public String id() {
    return id;
  }

  /** The name of the target that it was opened to. */
  public String targetName() {
    return targetName;
  }

  /** Returns whether the comm is open: neither side has closed it. */
  public boolean isOpen() {
    return comms.isOpen(this);
  }

  /** Sets what happens when the frontend sends a message; replaces what was set before. */
  public Comm onMessage(CommHandler handler) {
    onMessage = Objects.requireNonNull(handler, "handler");
    return this;
  }

  /** Sets what happens when the frontend closes the comm; replaces what was set before. */
  public Comm onClose(CommHandler handler) {
    onClose = Objects.requireNonNull(handler, "handler");
    return this;
  }

  /**
   * Sends data to the frontend.
   *
   * @throws IllegalStateException when the comm is closed, or no frontend is connected
   */
  public void send(Map<String, Object> data) {
    send(CommMessage.of(data));
  }

  /**
   * Sends a message to the frontend.
   *
   * @throws IllegalStateException when the comm is closed, or no frontend is connected
   */
  public void send(CommMessage message) {
    comms.send(this, message);
  }

  /** Closes the comm; does nothing when it is closed already. */
  public void close() {
    close(CommMessage.of(Map.of()));
  }

  /** Closes the comm with a last message; does nothing when it is already closed. */
  public void close(CommMessage message) {
    comms.close(this, message);
  }

  void messageArrived(CommMessage message) throws Exception {
    onMessage.handle(message);
  }

  void closedByFrontend(CommMessage message) throws Exception {
    onClose.handle(message);
  }

  @Override
  public String toString() {
    return "Comm[" + targetName + ", " + id + (isOpen() ? "]" : ", closed]");
  }
}
