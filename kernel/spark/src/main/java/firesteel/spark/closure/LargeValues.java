package firesteel.spark.closure;

import firesteel.spark.executor.EncodedValue;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/**
 * Sends large values as broadcasts: one copy a JVM, and none again while they stay the same. Used
 * by one thread at a time.
 */
final class LargeValues {
  /** Above this a copy for each task costs more than a broadcast. */
  private static final int LARGE_BYTES = 1 << 20;

  private record Sent(byte[] bytes, Broadcast<byte[]> broadcast) {}

  private final JavaSparkContext context;

  /** What was sent last for each variable; Spark's cleaner removes what is replaced. */
  private final Map<NotebookField, Sent> sent = new HashMap<>();

  LargeValues(JavaSparkContext context) {
    this.context = context;
  }

  EncodedValue encode(NotebookField field, Object value, byte[] bytes) {
    if (bytes.length < LARGE_BYTES) {
      return new EncodedValue(bytes, null, ImmutableValues.contains(value));
    }
    Sent before = sent.get(field);
    if (before == null || !Arrays.equals(before.bytes(), bytes)) {
      before = new Sent(bytes, context.broadcast(bytes));
      sent.put(field, before);
    }
    return new EncodedValue(null, before.broadcast(), true);
  }
}
