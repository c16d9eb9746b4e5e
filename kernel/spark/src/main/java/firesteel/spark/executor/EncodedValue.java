package firesteel.spark.executor;

import java.io.Serializable;
import java.lang.ref.SoftReference;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.SparkEnv;
import org.apache.spark.broadcast.Broadcast;
import scala.reflect.ClassTag$;

/**
 * The value of a notebook variable on its way to tasks.
 *
 * @param bytes the value, serialized by Java's serialization; null when it travels as a broadcast
 * @param broadcast the same bytes, when they are many; null when they are few
 * @param shared whether all tasks of a JVM may have one and the same object: nobody can change it,
 *     or it is too large for copies
 */
public record EncodedValue(byte[] bytes, Broadcast<byte[]> broadcast, boolean shared)
    implements Serializable {
  /** Decoded once a JVM; as long-lived as the executor's own copies of the broadcasts. */
  private static final Map<Long, SoftReference<Object>> LARGE = new ConcurrentHashMap<>();

  /** The value; a new copy, unless it is large. */
  Object decode(ClassLoader loader) {
    if (broadcast == null) {
      return decode(bytes, loader);
    }
    SoftReference<Object> known = LARGE.get(broadcast.id());
    Object value = known == null ? null : known.get();
    if (value == null) {
      value = decode(broadcast.value(), loader);
      LARGE.put(broadcast.id(), new SoftReference<>(value));
    }
    return value;
  }

  /** Whether both are the same value. */
  public boolean sameAs(EncodedValue other) {
    return broadcast == null || other.broadcast == null
        ? Arrays.equals(bytes, other.bytes)
        : broadcast.id() == other.broadcast.id();
  }

  private static Object decode(byte[] bytes, ClassLoader loader) {
    return SparkEnv.get()
        .closureSerializer()
        .newInstance()
        .deserialize(ByteBuffer.wrap(bytes), loader, ClassTag$.MODULE$.Any());
  }
}
