package firesteel.spark.executor;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.SparkEnv;
import org.apache.spark.broadcast.Broadcast;
import scala.reflect.ClassTag$;

/**
 * The value of a notebook variable, encoded for tasks: its bytes, made by Java's serialization, or
 * where they are.
 *
 * @param bytes the bytes; null when they are elsewhere
 * @param index the value's place when the bytes are those of an array of values, which may share
 *     objects; else -1
 * @param broadcast holds the bytes when they are many; else null
 * @param resource names a resource of the class loader that holds the bytes when they are many;
 *     else null
 * @param immutable whether all tasks of a JVM may have one copy, as nobody changes it in place
 */
public record EncodedValue(
    byte[] bytes, int index, Broadcast<byte[]> broadcast, String resource, boolean immutable)
    implements Serializable {
  private static final int ALONE = -1;

  /** Large values are decoded once in each JVM. */
  private static final Map<Object, SoftReference<Object>> LARGE = new ConcurrentHashMap<>();

  /** Returns a value that shares no objects with others. */
  public static EncodedValue of(byte[] bytes, boolean immutable) {
    return new EncodedValue(bytes, ALONE, null, null, immutable);
  }

  /** Returns one of several values that may share objects. */
  public static EncodedValue inGroup(byte[] group, int index) {
    return new EncodedValue(group, index, null, null, false);
  }

  /** Returns a large value, of which all tasks of a JVM share one copy. */
  public static EncodedValue of(Broadcast<byte[]> broadcast) {
    return new EncodedValue(null, ALONE, broadcast, null, false);
  }

  /**
   * Returns a large value, of which all tasks of a JVM share one copy.
   *
   * @param resource the resource's name; a name never gets other bytes
   */
  public static EncodedValue ofResource(String resource) {
    return new EncodedValue(null, ALONE, null, resource, false);
  }

  /** Whether both are the same value, judged by their bytes. */
  public boolean sameAs(EncodedValue other) {
    if (bytes != null && other.bytes != null) {
      return index == other.index && Arrays.equals(bytes, other.bytes);
    }
    return broadcast != null && other.broadcast != null
        ? broadcast.id() == other.broadcast.id()
        : resource != null && Objects.equals(resource, other.resource);
  }

  boolean isInGroup() {
    return index != ALONE;
  }

  /** Returns the value, or the array of values that contains it; a new copy, unless it is large. */
  Object decode(ClassLoader loader) {
    if (bytes != null) {
      return decode(bytes, loader);
    }
    Object name = broadcast == null ? resource : (Object) broadcast.id();
    SoftReference<Object> known = LARGE.get(name);
    Object value = known == null ? null : known.get();
    if (value == null) {
      value = decode(broadcast == null ? read(resource, loader) : broadcast.value(), loader);
      LARGE.put(name, new SoftReference<>(value));
    }
    return value;
  }

  private static byte[] read(String resource, ClassLoader loader) {
    try (InputStream in = loader.getResourceAsStream(resource)) {
      return Objects.requireNonNull(in, resource).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Object decode(byte[] bytes, ClassLoader loader) {
    return SparkEnv.get()
        .closureSerializer()
        .newInstance()
        .deserialize(ByteBuffer.wrap(bytes), loader, ClassTag$.MODULE$.Any());
  }
}
