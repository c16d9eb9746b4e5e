package firesteel.api.comm;

/**
 * What happens when the frontend opens a comm to a name.
 *
 * <pre>{@code
 * session.comms().registerTarget(
 *     "echo", (comm, opening) -> comm.onMessage(message -> comm.send(message.data())));
 * }</pre>
 */
@FunctionalInterface
public interface CommTarget {
  /**
   * A comm was opened. Set its handlers here; messages come after this returns.
   *
   * @param comm the new comm
   * @param message what came with the opening
   * @throws Exception whatever; the comm is closed then and the user told
   */
  void opened(Comm comm, CommMessage message) throws Exception;
}
