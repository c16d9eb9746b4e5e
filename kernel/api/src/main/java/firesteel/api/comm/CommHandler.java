package firesteel.api.comm;

/** Takes a message of a comm. */
@FunctionalInterface
public interface CommHandler {
  /**
   * Called for each message, in their order.
   *
   * @throws Exception whatever; the user is told, and the comm stays open
   */
  void handle(CommMessage message) throws Exception;
}
