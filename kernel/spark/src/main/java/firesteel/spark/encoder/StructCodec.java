package firesteel.spark.encoder;

import java.io.Serializable;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import org.apache.spark.sql.catalyst.encoders.Codec;
import scala.runtime.AbstractFunction0;

/**
 * Converts records and beans to their values and back, in the process of a Spark Connect client. It
 * never leaves that process.
 */
final class StructCodec<T> extends AbstractFunction0<Codec<? super T, StructValues>>
    implements Codec<T, StructValues>, Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * A field of the class.
   *
   * @param name its name
   * @param type its class
   * @param read returns its value
   * @param write sets its value; null for components of records, and for read-only properties
   */
  record Field(String name, Class<?> type, Method read, Method write) {}

  private final transient Class<T> type;
  private final transient Constructor<T> constructor;
  private final transient List<Field> fields;

  /**
   * Creates a codec.
   *
   * @param constructor takes all fields of a record, in their order; nothing for a bean
   */
  StructCodec(Class<T> type, Constructor<T> constructor, List<Field> fields) {
    this.type = type;
    this.constructor = constructor;
    this.fields = fields;
    constructor.setAccessible(true);
    for (Field field : fields) {
      field.read().setAccessible(true);
      if (field.write() != null) {
        field.write().setAccessible(true);
      }
    }
  }

  @Override
  public Codec<? super T, StructValues> apply() {
    return this;
  }

  @Override
  public StructValues encode(T value) {
    if (value == null) {
      return null;
    }
    StructValues values = new StructValues();
    for (Field field : fields) {
      values.add(call(() -> field.read().invoke(value)));
    }
    return values;
  }

  @Override
  public T decode(StructValues row) {
    if (row == null) {
      return null;
    }
    Object[] values = new Object[fields.size()];
    for (int i = 0; i < values.length; i++) {
      Field field = fields.get(i);
      values[i] = row.get(i);
      if (values[i] == null && field.type().isPrimitive()) {
        throw new EncoderRefusedException(
            TypeDescriptions.nullInPrimitive(
                TypeDescriptions.name(type), field.name(), field.type().getName()),
            TypeDescriptions.nullAllowed(field.name(), field.type().getName()));
      }
    }
    if (type.isRecord()) {
      return call(() -> constructor.newInstance(values));
    }
    T bean = call(constructor::newInstance);
    for (int i = 0; i < values.length; i++) {
      Method write = fields.get(i).write();
      Object value = values[i];
      if (write != null) {
        call(() -> write.invoke(bean, value));
      }
    }
    return bean;
  }

  /** A call of the user's class. */
  private interface Call<R> {
    R run() throws ReflectiveOperationException;
  }

  private static <R> R call(Call<R> code) {
    try {
      return code.run();
    } catch (InvocationTargetException e) {
      throw StructCodec.<RuntimeException>unchecked(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @SuppressWarnings("unchecked")
  private static <X extends Throwable> X unchecked(Throwable thrown) throws X {
    throw (X) thrown;
  }
}
