package firesteel.spark.closure;

import firesteel.spark.executor.EncodedValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The values of all notebook variables at one time: references, and once a job has needed a value,
 * its bytes, so that all stages of the job see it alike. Used by one thread at a time.
 */
final class Snapshot {
  /** A value ready for tasks, the code that it brings along, and its size in bytes. */
  record Encoded(EncodedValue value, SerializedCode code, int size) {}

  private final Map<NotebookField, Object> values;
  private final Map<NotebookField, Encoded> encoded = new HashMap<>();
  private final Map<List<NotebookField>, byte[]> groups = new HashMap<>();

  Snapshot(Map<NotebookField, Object> values) {
    this.values = values;
  }

  /**
   * Values in one piece, which is made once.
   *
   * @param encode from the values to the piece
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

  /** Adds what was not a variable of the notebook when the snapshot was taken. */
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
