package firesteel.jupyter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What answers a request.
 *
 * @param content of the reply message, status included
 * @param afterwards what happens once the reply and the idle status are on their way
 */
record Reply(Map<String, Object> content, Runnable afterwards) {
  private static final Runnable NOTHING = () -> {};

  /** A reply with status ok and more. */
  static Reply ok(Map<String, Object> more) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("status", "ok");
    content.putAll(more);
    return new Reply(content, NOTHING);
  }

  /** A reply with content as it is. */
  static Reply of(Map<String, Object> content) {
    return new Reply(content, NOTHING);
  }

  /** A reply that says that the request could not be carried out. */
  static Reply error(String name, String message) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("status", "error");
    content.put("ename", name);
    content.put("evalue", message);
    content.put("traceback", List.of());
    return new Reply(content, NOTHING);
  }

  /** This reply with something to do afterwards. */
  Reply then(Runnable action) {
    return new Reply(content, action);
  }
}
