package firesteel.spark.closure;

import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.apache.spark.broadcast.Broadcast;

/** Finds the notebook's code inside the values that cells broadcast. Scans each value once. */
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
      if (!(value instanceof byte[])) { // Usually one of Spark's own broadcasts.
        ScanningStream.scan(value, found, code, inner -> new SerializedCode());
      }
    } catch (IOException | RuntimeException e) {
      // Kryo may have serialized a value that Java's serialization can't; its classes remain
      // unknown.
    }
    return found;
  }
}
