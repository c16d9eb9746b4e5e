package firesteel.jupyter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The reply to a request.
 *
 * @param content of the reply message, status included
 * @param afterwards an action that runs after the reply and the idle status were sent
 */
record Reply(Map<String, Object> content, Runnable afterwards) {
  private static final Runnable NOTHING = () -> {};

  /** Returns a reply with status ok and further content. */
  static Reply ok(Map<String, Object> more) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("status", "ok");
    content.putAll(more);
    return new Reply(content, NOTHING);
  }

  /** Returns a reply with the given content. */
  static Reply of(Map<String, Object> content) {
    return new Reply(content, NOTHING);
  }

  /** Returns an error reply. */
  static Reply error(String name, String message) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("status", "error");
    content.put("ename", name);
    content.put("evalue", message);
    content.put("traceback", List.of());
    return new Reply(content, NOTHING);
  }

  /** Returns this reply with an action to run afterwards. */
  Reply then(Runnable action) {
    return new Reply(content, action);
  }
}
