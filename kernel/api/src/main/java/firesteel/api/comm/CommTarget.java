package firesteel.api.comm;

/** What happens when the front end opens a comm to a name. */
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
