package firesteel.spark.closure;

import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.apache.spark.broadcast.Broadcast;

/** The notebook's code inside the values that cells broadcast; each is looked through once. */
final class BroadcastCode {
  private final SnippetCode code;
  private final Map<Broadcast<?>, SerializedCode> known =
      Collections.synchronizedMap(new WeakHashMap<>());

  BroadcastCode(SnippetCode code) {
    this.code = code;
  }

  SerializedCode in(Broadcast<?> broadcast) {
    SerializedCode found = known.get(broadcast);
    if (found == null) {
      found = look(broadcast);
      known.put(broadcast, found);
    }
    return found;
  }

  private SerializedCode look(Broadcast<?> broadcast) {
    SerializedCode found = new SerializedCode();
    try {
      Object value = broadcast.value();
      if (!(value instanceof byte[])) { // Spark's own, as a rule.
        ScanningStream.scan(value, found, code, inner -> new SerializedCode());
      }
    } catch (IOException | RuntimeException e) {
      // Kryo may have carried what Java's serialization can't; its classes are then not known.
    }
    return found;
  }
}
