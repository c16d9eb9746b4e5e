package firesteel.spark.encoder;

import firesteel.spark.executor.ConvertedUdf;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.commons.lang3.reflect.TypeUtils;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoder;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoders.UnboundRowEncoder$;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Tells how the arguments of a UDF are converted to the types that it declares, and its result to a
 * column.
 *
 * @param inputs an encoder for each parameter; when one has an encoder, Spark Connect requires one
 *     for each
 * @param converted the classes to which arguments are converted before the function gets them; null
 *     where one stays as Spark, or an encoder, gives it
 * @param output the result's encoder
 * @param result the type to which a result without an encoder is converted; null when it stays as
 *     it is
 */
record UdfPlan(
    List<AgnosticEncoder<?>> inputs,
    Class<?>[] converted,
    Optional<AgnosticEncoder<?>> output,
    DataType result) {
  /** As many as {@code functions.udf} takes. */
  private static final int MAX_ARGUMENTS = 10;

  /** Types of values for which Spark's conversion for UDFs uses other classes. */
  private static final Set<Class<?>> VALUES =
      Set.of(LocalDate.class, Instant.class, Character.class, BigInteger.class);

  private static final Set<Class<?>> OPTIONALS =
      Set.of(Optional.class, OptionalInt.class, OptionalLong.class, OptionalDouble.class);

  private static final Map<Class<?>, DataType> SIMPLE =
      Map.of(
          Boolean.class, DataTypes.BooleanType,
          Byte.class, DataTypes.ByteType,
          Short.class, DataTypes.ShortType,
          Integer.class, DataTypes.IntegerType,
          Long.class, DataTypes.LongType,
          Float.class, DataTypes.FloatType,
          Double.class, DataTypes.DoubleType,
          String.class, DataTypes.StringType);

  /**
   * Returns the plan for a UDF; empty when Spark's own conversion is enough.
   *
   * @param what the name of the UDF in messages
   * @param type the declared type of its result
   * @throws EncoderRefusedException when it can't work, with the reason
   */
  static Optional<UdfPlan> of(String what, UdfSignature signature, DataType type, int arity) {
    checkSimple(what, signature.result(), type);
    List<AgnosticEncoder<?>> inputs = new ArrayList<>();
    Class<?>[] converted = new Class<?>[arity];
    boolean any = false;
    for (int i = 0; i < arity; i++) {
      Class<?> raw = signature.parameter(i);
      String where = "parameter " + (i + 1) + " of " + what;
      Optional<AgnosticEncoder<?>> encoder = input(signature.parameters().get(i), raw, where);
      converted[i] = encoder.isPresent() ? null : converted(raw);
      any |= encoder.isPresent();
      inputs.add(encoder.orElseGet(() -> simple(raw)));
    }
    Optional<AgnosticEncoder<?>> output = Optional.empty();
    if (isStruct(signature.result())
        || signature.result() == LocalDate.class
        || signature.result() == Instant.class) {
      Class<?> made = signature.result();
      output = Optional.of(named(made, () -> (AgnosticEncoder<?>) TypeEncoders.of(made)));
      checkResult(what, signature.result(), output.get(), type);
    }
    DataType result = isConverted(signature.result()) ? type : null;
    boolean isPlain =
        !any
            && output.isEmpty()
            && result == null
            && Arrays.stream(converted).allMatch(c -> c == null);
    if (isPlain) {
      return Optional.empty();
    }
    if (arity > MAX_ARGUMENTS) {
      throw new EncoderRefusedException(
          what
              + " takes or returns records or collections, and has more than "
              + MAX_ARGUMENTS
              + " arguments",
          "let it take a record in the place of several.");
    }
    return Optional.of(
        new UdfPlan(any || output.isPresent() ? inputs : List.of(), converted, output, result));
  }

  boolean hasEncoders() {
    return !inputs.isEmpty() || output.isPresent();
  }

  /** Returns the function, or one that wraps it with conversions. */
  Object converted(Object function) {
    boolean stays = result == null && Arrays.stream(converted).allMatch(c -> c == null);
    return stays ? function : new ConvertedUdf(function, converted, result);
  }

  private static Optional<AgnosticEncoder<?>> input(Type type, Class<?> raw, String where) {
    boolean wanted = isStruct(raw) || VALUES.contains(raw) || isContainer(raw) && !isBare(type);
    return wanted
        ? Optional.of(named(raw, () -> new EncoderBuilder().encoder(type, where)))
        : Optional.empty();
  }

  /**
   * Explains a generic record: the type arguments of a lambda, and so of its record, are erased at
   * run time.
   */
  private static AgnosticEncoder<?> named(Class<?> type, Supplier<AgnosticEncoder<?>> encoder) {
    try {
      return encoder.get();
    } catch (EncoderRefusedException e) {
      if (type.getTypeParameters().length == 0 || isContainer(type)) {
        throw e;
      }
      String name = TypeDescriptions.name(type);
      throw new EncoderRefusedException(
          "a UDF doesn't tell of which types its " + name + " is: " + e.getMessage(),
          "let the UDF take or return a record without type parameters, which says them: declare a"
              + " record like "
              + name
              + " with the types in the place of its parameters.");
    }
  }

  private static AgnosticEncoder<?> simple(Class<?> raw) {
    AgnosticEncoder<?> simple = isContainer(raw) ? null : EncoderBuilder.ofSpark(raw);
    // A row, a sequence or a map: as Spark passes them to any UDF.
    return simple == null || simple.isStruct() ? UnboundRowEncoder$.MODULE$ : simple;
  }

  /** Whether Spark's conversion of a UDF's values doesn't know a class, but an encoder does. */
  private static boolean isStruct(Class<?> type) {
    return type.isRecord() || type.isEnum() || UnsupportedType.isBean(type);
  }

  private static boolean isContainer(Class<?> type) {
    return type.isArray() && type != byte[].class
        || OPTIONALS.contains(type)
        || Map.class.isAssignableFrom(type)
        || JavaContainers.isCollection(type);
  }

  /** Whether a type doesn't declare its elements, or declares the classes that Spark passes. */
  private static boolean isBare(Type type) {
    if (type instanceof ParameterizedType generic) {
      return Arrays.stream(generic.getActualTypeArguments()).anyMatch(UdfPlan::isBare);
    }
    if (type instanceof GenericArrayType array) {
      return isBare(array.getGenericComponentType());
    }
    Class<?> raw = TypeUtils.getRawType(type, null);
    return raw == Object.class
        || raw == Row.class
        || raw.getName().startsWith("scala.")
        || raw.isArray() && isBare(raw.getComponentType())
        || raw.getTypeParameters().length > 0;
  }

  private static Class<?> converted(Class<?> raw) {
    if (raw.isArray()) {
      return isContainer(raw) ? raw : null;
    }
    if (raw == Optional.class) {
      return raw;
    }
    if (Map.class.isAssignableFrom(raw)) {
      return JavaContainers.map(raw).orElse(null);
    }
    return JavaContainers.isCollection(raw) ? JavaContainers.collection(raw).orElse(null) : null;
  }

  /** Whether a result needs converting; arrays of types with columns don't. */
  private static boolean isConverted(Class<?> result) {
    if (!result.isArray()) {
      return isContainer(result) || result == Object.class;
    }
    Class<?> element = result;
    while (element.isArray()) {
      element = element.getComponentType();
    }
    return !element.isPrimitive() && !SIMPLE.containsKey(element);
  }

  /** Refuses a declared type with which the result would be read wrong. */
  private static void checkResult(
      String what, Class<?> result, AgnosticEncoder<?> encoder, DataType declared) {
    DataType made = encoder.dataType();
    if (!made.asNullable().sameType(declared.asNullable())) {
      throw wrongResult(
          what,
          result,
          made,
          declared,
          made instanceof StructType
              ? TypeDescriptions.call(result) + ".schema()"
              : constant(made));
    }
  }

  /** Checks a simple result: Spark would fail with the first row only, and not name the UDF. */
  private static void checkSimple(String what, Class<?> result, DataType declared) {
    DataType made = SIMPLE.get(result);
    if (made != null && SIMPLE.containsValue(declared) && !made.equals(declared)) {
      throw wrongResult(what, result, made, declared, constant(made));
    }
  }

  private static String constant(DataType type) {
    return "DataTypes." + type.getClass().getSimpleName().replace("$", "");
  }

  private static EncoderRefusedException wrongResult(
      String what, Class<?> result, DataType made, DataType declared, String instead) {
    return new EncoderRefusedException(
        what
            + " returns "
            + TypeDescriptions.name(result)
            + ", which is "
            + made.catalogString()
            + ", and its type is given as "
            + declared.catalogString(),
        "give " + instead + " as its type.");
  }
}
