package firesteel.api.comm;

import java.util.List;
import java.util.Map;

/** Sends comm messages to the frontend; implemented by frontends that support comms. */
public interface CommTransport {
  /**
   * Sends one comm message; may be called by any thread. The message belongs to the cell or comm
   * message that the thread works for.
   *
   * @param type {@code comm_open}, {@code comm_msg} or {@code comm_close}
   * @param content the message's content, as the Jupyter messaging protocol describes it
   * @param metadata the message's metadata, usually empty; ipywidgets' protocol has its version
   *     here
   * @param buffers binary parts, usually none
   * @throws IllegalArgumentException when the content has values that JSON can't represent
   */
  void send(
      String type, Map<String, Object> content, Map<String, Object> metadata, List<byte[]> buffers);
}
