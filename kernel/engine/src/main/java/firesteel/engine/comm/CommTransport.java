package firesteel.engine.comm;

import java.util.List;
import java.util.Map;

/** The way from a comm to the front end; implemented by front doors that have comms. */
public interface CommTransport {
  /**
   * Sends one comm message.
   *
   * @param type {@code comm_open}, {@code comm_msg} or {@code comm_close}
   * @param content the message's content, as the Jupyter messaging protocol describes it
   * @param buffers binary parts, usually none
   */
  void send(String type, Map<String, Object> content, List<byte[]> buffers);
}
