package firesteel.spark.encoder;

import java.lang.reflect.Type;
import java.util.Objects;
import org.apache.commons.lang3.ClassUtils;
import org.apache.commons.lang3.reflect.TypeUtils;
import org.apache.spark.sql.Encoder;

/** Creates encoders of Java's types. */
public final class TypeEncoders {
  private TypeEncoders() {}

  /** Returns an encoder of a class without type parameters; see {@link #of(Class, Class...)}. */
  public static <T> Encoder<T> of(Class<T> type) {
    return of(type, new Class<?>[0]);
  }

  /**
   * Returns an encoder of a record, a bean, an enum, or another supported type: Spark's simple
   * types, arrays, and with arguments collections, maps and {@code Optional}. It needs no running
   * Spark, and works on every master.
   *
   * @param type the class
   * @param arguments the type arguments of a generic class, in the order of its type parameters
   * @throws EncoderRefusedException when the type is not supported, with the reason
   */
  @SuppressWarnings("unchecked")
  public static <T> Encoder<T> of(Class<? super T> type, Class<?>... arguments) {
    Objects.requireNonNull(type, "type");
    int parameters = type.getTypeParameters().length;
    if (arguments.length != 0 && arguments.length != parameters) {
      throw new EncoderRefusedException(
          TypeDescriptions.name(type)
              + " has "
              + parameters
              + (parameters == 1 ? " type parameter" : " type parameters")
              + ", and encoder was given "
              + arguments.length,
          TypeDescriptions.withArguments(type));
    }
    Type whole = arguments.length == 0 ? type : TypeUtils.parameterize(type, boxed(arguments));
    return (Encoder<T>) new EncoderBuilder().encoder(whole, TypeDescriptions.name(type));
  }

  private static Type[] boxed(Class<?>[] types) {
    Type[] boxed = new Type[types.length];
    for (int i = 0; i < types.length; i++) {
      boxed[i] = ClassUtils.primitiveToWrapper(types[i]);
    }
    return boxed;
  }
}
