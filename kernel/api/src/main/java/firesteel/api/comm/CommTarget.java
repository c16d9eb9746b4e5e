package firesteel.api.comm;

/**
 * Handles comms that the frontend opens to a registered name.
 *
 * <pre>{@code
 * session.comms().registerTarget(
 *     "echo", (comm, opening) -> comm.onMessage(message -> comm.send(message.data())));
 * }</pre>
 */
@FunctionalInterface
public interface CommTarget {
  /**
   * Called when a comm was opened. Set its handlers here; messages are delivered after this
   * returns.
   *
   * @param comm the new comm
   * @param message the message that opened the comm
   * @throws Exception any failure; the comm is then closed, and the user sees the error
   */
  void opened(Comm comm, CommMessage message) throws Exception;
}
