package firesteel.spark.encoder;

import firesteel.spark.executor.BigIntegerCodec;
import firesteel.spark.executor.CharacterCodec;
import firesteel.spark.executor.CharactersCodec;
import firesteel.spark.executor.CollectionCodec;
import firesteel.spark.executor.MapCodec;
import firesteel.spark.executor.OptionalCodec;
import firesteel.spark.executor.PeriodCodec;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.math.BigInteger;
import java.time.Period;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.apache.commons.lang3.reflect.TypeUtils;
import org.apache.spark.sql.catalyst.JavaTypeInference;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoder;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoders.ArrayEncoder;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoders.IterableEncoder;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoders.JavaBeanEncoder;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoders.JavaDecimalEncoder;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoders.JavaEnumEncoder;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoders.MapEncoder;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoders.OptionEncoder;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoders.StringEncoder$;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoders.TransformingEncoder;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoders.YearMonthIntervalEncoder$;
import org.apache.spark.sql.catalyst.encoders.Codec;
import org.apache.spark.sql.types.DecimalType;
import scala.Function0;
import scala.collection.immutable.VectorMap;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;

/**
 * Builds encoders for a type: Spark's own for the types that it knows, with a codec around one for
 * others. {@code where} names the place of a type for the user, such as {@code the component next
 * of Node}.
 */
final class EncoderBuilder {
  /** The type that Spark uses. */
  private static final DecimalType BIG_INTEGER = new DecimalType(38, 0);

  /** The classes whose fields are being examined, outermost first. */
  private final Deque<Class<?>> open = new ArrayDeque<>();

  private final Structs structs = new Structs(this);

  /** Returns the encoder of a type without type variables. */
  AgnosticEncoder<?> encoder(Type type, String where) {
    if (type instanceof TypeVariable<?> variable) {
      throw UnsupportedType.typeVariable(variable, where);
    }
    Class<?> raw = TypeUtils.getRawType(type, null);
    if (raw.isEnum()) {
      return enumeration(raw);
    }
    if (raw.isRecord()) {
      return struct(raw, type, where);
    }
    if (raw.isArray()) {
      return array(type, raw, where);
    }
    if (Map.class.isAssignableFrom(raw)) {
      return map(type, raw, where);
    }
    if (JavaContainers.isCollection(raw)) {
      return collection(type, raw, where);
    }
    AgnosticEncoder<?> ofValue = ofValue(type, raw, where);
    return ofValue != null ? ofValue : bean(raw, type, where);
  }

  /**
   * Returns the encoder of a type that has no fields and holds no other values, except in an
   * Optional; null for other types.
   */
  private AgnosticEncoder<?> ofValue(Type type, Class<?> raw, String where) {
    if (raw == char.class || raw == Character.class) {
      return transforming(
          Character.class, StringEncoder$.MODULE$, new CharacterCodec(), raw == Character.class);
    }
    if (raw == Period.class) {
      return transforming(raw, YearMonthIntervalEncoder$.MODULE$, new PeriodCodec(), true);
    }
    if (raw == BigInteger.class) {
      return transforming(
          raw, new JavaDecimalEncoder(BIG_INTEGER, false), new BigIntegerCodec(), true);
    }
    if (raw == Optional.class) {
      Type value = argument(type, Optional.class, 0);
      if (Optional.class == TypeUtils.getRawType(value, null)) {
        throw UnsupportedType.optionalOfOptional(where);
      }
      return optional(raw, encoder(value, "the value of " + where));
    }
    if (raw == OptionalInt.class) {
      return optional(raw, JavaTypeInference.encoderFor(Integer.class));
    }
    if (raw == OptionalLong.class) {
      return optional(raw, JavaTypeInference.encoderFor(Long.class));
    }
    if (raw == OptionalDouble.class) {
      return optional(raw, JavaTypeInference.encoderFor(Double.class));
    }
    return ofSpark(raw);
  }

  /** Returns Spark's encoder of a type other than a bean; null when it has none. */
  static AgnosticEncoder<?> ofSpark(Class<?> raw) {
    if (raw == Object.class || raw.isInterface()) {
      return null;
    }
    try {
      AgnosticEncoder<?> encoder = JavaTypeInference.encoderFor(raw);
      return encoder instanceof JavaBeanEncoder ? null : encoder;
    } catch (RuntimeException e) {
      return null; // Spark doesn't know it either; the caller explains it better.
    }
  }

  private AgnosticEncoder<?> bean(Class<?> raw, Type type, String where) {
    UnsupportedType.asBean(raw, where);
    return struct(raw, type, where);
  }

  private AgnosticEncoder<?> struct(Class<?> raw, Type type, String where) {
    if (open.contains(raw)) {
      throw UnsupportedType.recursive(raw, where);
    }
    open.push(raw);
    try {
      return raw.isRecord() ? structs.ofRecord(raw, type) : structs.ofBean(raw, type, where);
    } finally {
      open.pop();
    }
  }

  private static AgnosticEncoder<?> enumeration(Class<?> raw) {
    UnsupportedType.unlessVisible(raw);
    return new JavaEnumEncoder<>(tag(raw));
  }

  @SuppressWarnings("unchecked")
  private AgnosticEncoder<?> array(Type type, Class<?> raw, String where) {
    if (raw == byte[].class) {
      return ofSpark(raw);
    }
    if (raw == char[].class) {
      return transforming(raw, StringEncoder$.MODULE$, new CharactersCodec(), true);
    }
    Type component =
        type instanceof GenericArrayType generic
            ? generic.getGenericComponentType()
            : raw.getComponentType();
    AgnosticEncoder<?> element = encoder(component, "the elements of " + where);
    return new ArrayEncoder<>((AgnosticEncoder<Object>) element, element.nullable());
  }

  @SuppressWarnings("unchecked")
  private AgnosticEncoder<?> collection(Type type, Class<?> raw, String where) {
    Type held = argument(type, Iterable.class, 0);
    if (held == null) {
      throw UnsupportedType.rawType(raw, where);
    }
    AgnosticEncoder<Object> element =
        (AgnosticEncoder<Object>) encoder(held, "the elements of " + where);
    IterableEncoder<List<?>, Object> list =
        new IterableEncoder<>(tag(List.class), element, element.nullable(), false);
    if (raw == List.class) {
      return list;
    }
    Class<? extends Collection<?>> made =
        JavaContainers.collection(raw)
            .orElseThrow(() -> UnsupportedType.container(raw, "List", where));
    return transforming(raw, list, new CollectionCodec(made), true);
  }

  @SuppressWarnings("unchecked")
  private AgnosticEncoder<?> map(Type type, Class<?> raw, String where) {
    Type key = argument(type, Map.class, 0);
    Type value = argument(type, Map.class, 1);
    if (key == null || value == null) {
      throw UnsupportedType.rawType(raw, where);
    }
    Class<? extends Map<?, ?>> made =
        JavaContainers.map(raw).orElseThrow(() -> UnsupportedType.container(raw, "Map", where));
    AgnosticEncoder<Object> values =
        (AgnosticEncoder<Object>) encoder(value, "the values of " + where);
    return transforming(
        raw,
        new MapEncoder<>(
            tag(VectorMap.class),
            (AgnosticEncoder<Object>) encoder(key, "the keys of " + where),
            values,
            values.nullable()),
        new MapCodec(made),
        true);
  }

  @SuppressWarnings("unchecked")
  private static AgnosticEncoder<?> optional(Class<?> raw, AgnosticEncoder<?> value) {
    return transforming(
        raw, new OptionEncoder<>((AgnosticEncoder<Object>) value), new OptionalCodec(raw), true);
  }

  @SuppressWarnings("unchecked")
  private static AgnosticEncoder<?> transforming(
      Class<?> type, AgnosticEncoder<?> column, Function0<?> codec, boolean nullable) {
    return new TransformingEncoder<>(
        tag(type),
        (AgnosticEncoder<Object>) column,
        (Function0<Codec<? super Object, Object>>) codec,
        nullable);
  }

  /**
   * Returns the type that a type gives to a parameter of one of its supertypes; null when it is
   * raw.
   */
  private static Type argument(Type type, Class<?> of, int parameter) {
    Map<TypeVariable<?>, Type> known = TypeUtils.getTypeArguments(type, of);
    Type found = of.getTypeParameters()[parameter];
    while (found instanceof TypeVariable<?> && known.containsKey(found)) {
      found = known.get(found);
    }
    // A raw type leaves the class's own parameter.
    boolean raw =
        found instanceof TypeVariable<?> variable
            && !(type instanceof ParameterizedType)
            && variable.getGenericDeclaration() instanceof Class<?>;
    return raw ? null : GenericTypes.resolve(found, known);
  }

  @SuppressWarnings("unchecked")
  static <T> ClassTag<T> tag(Class<?> type) {
    return (ClassTag<T>) ClassTag$.MODULE$.apply(type);
  }
}
