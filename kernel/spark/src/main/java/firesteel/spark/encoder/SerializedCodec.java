package firesteel.spark.encoder;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import org.apache.commons.io.input.ClassLoaderObjectInputStream;
import org.apache.spark.sql.catalyst.encoders.Codec;
import scala.runtime.AbstractFunction0;

/**
 * Serializes objects with Java's serialization and finds the classes of cells when it reads them,
 * which Spark Connect's client doesn't. It never leaves the client's process.
 */
final class SerializedCodec<T> extends AbstractFunction0<Codec<? super T, byte[]>>
    implements Codec<T, byte[]>, Serializable {
  private static final long serialVersionUID = 1L;

  private final transient ClassLoader loader;

  /**
   * Creates a codec.
   *
   * @param loader loads the objects' classes
   */
  SerializedCodec(ClassLoader loader) {
    this.loader = loader;
  }

  @Override
  public Codec<? super T, byte[]> apply() {
    return this;
  }

  @Override
  public byte[] encode(T value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(value);
    } catch (IOException e) {
      // The error names what isn't serializable.
      throw SerializedCodec.<RuntimeException>unchecked(e);
    }
    return bytes.toByteArray();
  }

  @Override
  @SuppressWarnings("unchecked")
  public T decode(byte[] bytes) {
    if (bytes == null) {
      return null;
    }
    try (ObjectInputStream in =
        new ClassLoaderObjectInputStream(loader, new ByteArrayInputStream(bytes))) {
      return (T) in.readObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  @SuppressWarnings("unchecked")
  private static <X extends Throwable> X unchecked(Throwable thrown) throws X {
    throw (X) thrown;
  }
}
