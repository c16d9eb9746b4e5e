package firesteel.spark.closure;

import firesteel.spark.executor.EncodedValue;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/** Sends large values to the executors as broadcasts. Used by one thread at a time. */
final class BroadcastValues implements LargeValues {
  private record Sent(byte[] bytes, Broadcast<byte[]> broadcast) {}

  private final JavaSparkContext context;

  /** The last broadcast of each variable; Spark's cleaner removes the replaced ones. */
  private final Map<String, Sent> sent = new HashMap<>();

  BroadcastValues(JavaSparkContext context) {
    this.context = context;
  }

  @Override
  public EncodedValue send(String key, byte[] bytes) {
    Sent before = sent.get(key);
    if (before == null || !Arrays.equals(before.bytes(), bytes)) {
      before = new Sent(bytes, context.broadcast(bytes));
      sent.put(key, before);
    }
    return EncodedValue.of(before.broadcast());
  }
}
