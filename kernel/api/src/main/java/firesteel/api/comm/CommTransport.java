package firesteel.api.comm;

import java.util.List;
import java.util.Map;

/** The way from a comm to the frontend; implemented by frontends that have comms. */
public interface CommTransport {
  /**
   * Sends one comm message. Called by any thread; what it sends belongs to the cell, or to the comm
   * message, that the thread works for.
   *
   * @param type {@code comm_open}, {@code comm_msg} or {@code comm_close}
   * @param content the message's content, as the Jupyter messaging protocol describes it
   * @param metadata the message's metadata, usually empty; ipywidgets' protocol has its version
   *     here
   * @param buffers binary parts, usually none
   * @throws IllegalArgumentException when the content holds what JSON can't
   */
  void send(
      String type, Map<String, Object> content, Map<String, Object> metadata, List<byte[]> buffers);
}
