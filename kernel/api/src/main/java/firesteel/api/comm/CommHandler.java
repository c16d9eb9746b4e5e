package firesteel.api.comm;

/** Handles the messages of a comm. */
@FunctionalInterface
public interface CommHandler {
  /**
   * Handles one message; messages arrive in the order in which they were sent.
   *
   * @throws Exception any failure; the user sees it, and the comm stays open
   */
  void handle(CommMessage message) throws Exception;
}
