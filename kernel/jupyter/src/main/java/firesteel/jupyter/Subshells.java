package firesteel.jupyter;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Keeps the main shell and its subshells, each with a thread for its cells. Follows <a
 * href="https://jupyter.org/enhancement-proposals/91-kernel-subshells/kernel-subshells.html">JEP
 * 91</a>. Thread-safe.
 */
final class Subshells {
  private static final String MAIN = "";

  private final Map<String, RequestThread> threads = new ConcurrentHashMap<>();
  private final Consumer<Runnable> whenAllArrived;

  Subshells(Consumer<Runnable> whenAllArrived) {
    this.whenAllArrived = whenAllArrived;
    threads.put(MAIN, new RequestThread("cells", whenAllArrived));
  }

  /** Returns the thread of a subshell; the id of the main shell is empty. */
  Optional<RequestThread> thread(String id) {
    return Optional.ofNullable(threads.get(id));
  }

  Optional<Reply> create(Request request) {
    String id = UUID.randomUUID().toString();
    threads.put(id, new RequestThread("subshell-" + id, whenAllArrived));
    return Optional.of(Reply.ok(Map.of("subshell_id", id)));
  }

  Optional<Reply> delete(Request request) throws BadRequestException {
    String id = request.text("subshell_id");
    RequestThread thread = id.equals(MAIN) ? null : threads.remove(id);
    if (thread == null) {
      return Optional.of(Reply.error("UnknownSubshell", "there is no subshell '" + id + "'"));
    }
    thread.close();
    return Optional.of(Reply.ok(Map.of()));
  }

  Optional<Reply> list(Request request) {
    List<String> ids = threads.keySet().stream().filter(id -> !id.equals(MAIN)).sorted().toList();
    return Optional.of(Reply.ok(Map.of("subshell_id", ids)));
  }
}
