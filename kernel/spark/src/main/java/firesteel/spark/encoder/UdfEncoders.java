package firesteel.spark.encoder;

import java.io.Serializable;
import java.lang.invoke.MethodType;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.lang3.reflect.TypeUtils;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.UDFRegistration;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoder;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoders.UnboundRowEncoder$;
import org.apache.spark.sql.expressions.SparkUserDefinedFunction;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Lets Java's UDFs take and return records, beans and enums. Spark gives such a UDF rows and wants
 * rows; its own way for functions with encoders, which Scala's UDFs go, is there all the same.
 */
public final class UdfEncoders {
  /** As many as {@code functions.udf} takes. */
  private static final int MOST_ARGUMENTS = 10;

  private UdfEncoders() {}

  /** In the place of {@code registration.register(name, function, type)} in cells. */
  public static void register(
      UDFRegistration registration, String name, Object function, DataType type, int arity) {
    Class<?> declared = interfaceOf(arity);
    if (function == null || signature(function, declared).isEmpty()) {
      call(UDFRegistration.class, "register", registration, name, declared, function, type);
    } else {
      registration.register(name, udf(function, type, arity));
    }
  }

  /** In the place of {@code functions.udf(function, type)} in cells. */
  public static UserDefinedFunction udf(Object function, DataType type, int arity) {
    Class<?> declared = interfaceOf(arity);
    Optional<Class<?>[]> signature =
        function == null ? Optional.empty() : signature(function, declared);
    if (signature.isPresent() && arity > MOST_ARGUMENTS) {
      throw new EncoderRefusedException(
          "a UDF that takes or returns records has at most " + MOST_ARGUMENTS + " arguments",
          "let it take a record in the place of several.");
    }
    UserDefinedFunction made =
        (UserDefinedFunction) call(functions.class, "udf", null, null, declared, function, type);
    return signature.isPresent() && made instanceof SparkUserDefinedFunction plain
        ? withEncoders(plain, signature.get())
        : made;
  }

  private static UserDefinedFunction withEncoders(
      SparkUserDefinedFunction plain, Class<?>[] signature) {
    int arity = signature.length - 1;
    List<Option<Encoder<?>>> inputs = new ArrayList<>();
    for (int i = 0; i < arity; i++) {
      inputs.add(Option.apply(input(signature[i])));
    }
    Option<Encoder<?>> output = encoder(signature[arity]);
    if (output.isDefined()) {
      checkResult(signature[arity], output.get(), plain.dataType());
    }
    return new SparkUserDefinedFunction(
        plain.f(),
        plain.dataType(),
        CollectionConverters.asScala(inputs).toSeq(),
        output,
        plain.givenName(),
        plain.nullable(),
        plain.deterministic());
  }

  /** Refuses a declared type of which the result would be read wrong. */
  private static void checkResult(Class<?> result, Encoder<?> encoder, DataType declared) {
    DataType made = ((AgnosticEncoder<?>) encoder).dataType();
    if (!made.asNullable().sameType(declared.asNullable())) {
      throw new EncoderRefusedException(
          "the UDF returns "
              + TypeWords.name(result)
              + ", which is "
              + made.catalogString()
              + ", and its type is given as "
              + declared.catalogString(),
          made instanceof StructType
              ? "give " + TypeWords.call(result) + ".schema() as its type."
              : "give DataTypes.StringType as its type.");
    }
  }

  /** A parameter's; Spark Connect wants one for each when it has one. */
  private static Encoder<?> input(Class<?> type) {
    if (needsEncoder(type)) {
      return TypeEncoders.of(type);
    }
    AgnosticEncoder<?> simple = EncoderBuilder.ofSpark(type);
    // A row, a sequence, a map: as Spark gives them to any UDF.
    return simple == null || simple.isStruct() ? UnboundRowEncoder$.MODULE$ : simple;
  }

  private static Option<Encoder<?>> encoder(Class<?> type) {
    return needsEncoder(type) ? Option.apply(TypeEncoders.of(type)) : Option.empty();
  }

  /** Whether Spark's conversion of a UDF's values doesn't know a class, and an encoder does. */
  private static boolean needsEncoder(Class<?> type) {
    return type.isRecord() || type.isEnum() || Unfit.isBean(type);
  }

  /**
   * The classes of the parameters, then of the result; empty when none needs an encoder, or when
   * they can't be told.
   */
  private static Optional<Class<?>[]> signature(Object function, Class<?> declared) {
    Optional<Class<?>[]> found =
        ofLambda(function).or(() -> ofClass(function.getClass(), declared));
    return found.filter(types -> Arrays.stream(types).anyMatch(UdfEncoders::needsEncoder));
  }

  private static Optional<Class<?>[]> ofLambda(Object function) {
    if (!(function instanceof Serializable) || !function.getClass().isHidden()) {
      return Optional.empty();
    }
    try {
      Method replace = function.getClass().getDeclaredMethod("writeReplace");
      replace.setAccessible(true);
      if (!(replace.invoke(function) instanceof SerializedLambda lambda)) {
        return Optional.empty();
      }
      MethodType type =
          MethodType.fromMethodDescriptorString(
              lambda.getInstantiatedMethodType(), function.getClass().getClassLoader());
      List<Class<?>> types = new ArrayList<>(type.parameterList());
      types.add(type.returnType());
      return Optional.of(types.toArray(Class<?>[]::new));
    } catch (ReflectiveOperationException | RuntimeException e) {
      return Optional.empty(); // Then it is as without us.
    }
  }

  private static Optional<Class<?>[]> ofClass(Class<?> type, Class<?> declared) {
    Map<TypeVariable<?>, Type> known = TypeUtils.getTypeArguments(type, declared);
    if (known == null) {
      return Optional.empty();
    }
    return Optional.of(
        Arrays.stream(declared.getTypeParameters())
            .map(parameter -> TypeUtils.getRawType(GenericTypes.resolve(parameter, known), type))
            .map(raw -> raw == null ? Object.class : raw)
            .toArray(Class<?>[]::new));
  }

  private static Class<?> interfaceOf(int arity) {
    try {
      return Class.forName("org.apache.spark.sql.api.java.UDF" + arity);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object call(
      Class<?> owner,
      String method,
      Object receiver,
      String name,
      Class<?> declared,
      Object function,
      DataType type) {
    try {
      return name == null
          ? owner.getMethod(method, declared, DataType.class).invoke(receiver, function, type)
          : owner
              .getMethod(method, String.class, declared, DataType.class)
              .invoke(receiver, name, function, type);
    } catch (InvocationTargetException e) {
      throw UdfEncoders.<RuntimeException>unchecked(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @SuppressWarnings("unchecked")
  private static <X extends Throwable> X unchecked(Throwable thrown) throws X {
    throw (X) thrown;
  }
}
