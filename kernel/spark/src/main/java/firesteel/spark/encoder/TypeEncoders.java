package firesteel.spark.encoder;

import java.lang.reflect.Type;
import java.util.Objects;
import org.apache.commons.lang3.ClassUtils;
import org.apache.commons.lang3.reflect.TypeUtils;
import org.apache.spark.sql.Encoder;

/** Makes encoders of Java's types. */
public final class TypeEncoders {
  private TypeEncoders() {}

  /** An encoder of a class without type parameters; see {@link #of(Class, Class...)}. */
  public static <T> Encoder<T> of(Class<T> type) {
    return of(type, new Class<?>[0]);
  }

  /**
   * An encoder of a record, a bean, an enum, or what else has one: Spark's simple types, arrays,
   * and with arguments collections, maps and {@code Optional}. It needs no Spark that runs, and is
   * good for each master.
   *
   * @param type the class
   * @param arguments what a generic class holds, in the order of its type parameters
   * @throws EncoderRefusedException when there is none, with the reason
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
