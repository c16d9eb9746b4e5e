package firesteel.spark.closure;

import firesteel.spark.executor.EncodedValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The values of all notebook variables at one time: references at first, and the bytes of a value
 * once a job has needed it, so that all stages of the job see the same value. Used by one thread at
 * a time.
 */
final class Snapshot {
  /** A value ready to be sent, the code that it holds, and its size in bytes. */
  record Encoded(EncodedValue value, SerializedCode code, int size) {}

  private final Map<NotebookField, Object> values;
  private final Map<NotebookField, Encoded> encoded = new HashMap<>();
  private final Map<List<NotebookField>, byte[]> groups = new HashMap<>();

  Snapshot(Map<NotebookField, Object> values) {
    this.values = values;
  }

  /**
   * Returns several values serialized together; they are serialized once.
   *
   * @param encode serializes the values together
   */
  byte[] group(List<NotebookField> fields, Function<Object[], byte[]> encode) {
    return groups.computeIfAbsent(
        fields, key -> encode.apply(key.stream().map(values::get).toArray()));
  }

  boolean has(NotebookField field) {
    return values.containsKey(field);
  }

  Object value(NotebookField field) {
    return values.get(field);
  }

  /** Adds a value that was not a notebook variable when the snapshot was taken. */
  void put(NotebookField field, Object value) {
    values.put(field, value);
  }

  Encoded encoded(NotebookField field) {
    return encoded.get(field);
  }

  void put(NotebookField field, Encoded value) {
    encoded.put(field, value);
  }
}
