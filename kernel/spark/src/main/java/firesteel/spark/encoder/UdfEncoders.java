package firesteel.spark.encoder;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.UDFRegistration;
import org.apache.spark.sql.expressions.SparkUserDefinedFunction;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Lets Java's UDFs take and return records, beans and enums, Java's collections, and its dates and
 * times. Spark passes rows and Scala's collections to such a UDF and expects rows; this uses
 * Spark's way for functions with encoders, which Scala's UDFs have.
 */
public final class UdfEncoders {
  private UdfEncoders() {}

  /** Replaces {@code registration.register(name, function, type)} in cells. */
  public static void register(
      UDFRegistration registration, String name, Object function, DataType type, int arity) {
    Class<?> declared = interfaceOf(arity);
    Optional<UdfPlan> plan = plan("the UDF " + name, function, declared, type, arity);
    if (plan.isEmpty()) {
      call(UDFRegistration.class, "register", registration, name, declared, function, type);
    } else {
      registration.register(name, udf(plan.get(), function, declared, type));
    }
  }

  /** Replaces {@code functions.udf(function, type)} in cells. */
  public static UserDefinedFunction udf(Object function, DataType type, int arity) {
    Class<?> declared = interfaceOf(arity);
    return plan("the UDF", function, declared, type, arity)
        .map(plan -> udf(plan, function, declared, type))
        .orElseGet(
            () ->
                (UserDefinedFunction)
                    call(functions.class, "udf", null, null, declared, function, type));
  }

  private static Optional<UdfPlan> plan(
      String what, Object function, Class<?> declared, DataType type, int arity) {
    if (function == null || type == null) {
      return Optional.empty(); // Spark reports what is wrong with it.
    }
    Optional<UdfSignature> signature = UdfSignature.of(function, declared);
    return signature.isEmpty() ? Optional.empty() : UdfPlan.of(what, signature.get(), type, arity);
  }

  private static UserDefinedFunction udf(
      UdfPlan plan, Object function, Class<?> declared, DataType type) {
    UserDefinedFunction made =
        (UserDefinedFunction)
            call(functions.class, "udf", null, null, declared, plan.converted(function), type);
    return plan.hasEncoders() && made instanceof SparkUserDefinedFunction plain
        ? withEncoders(plain, plan)
        : made;
  }

  private static UserDefinedFunction withEncoders(SparkUserDefinedFunction plain, UdfPlan plan) {
    List<Option<Encoder<?>>> inputs = new ArrayList<>();
    plan.inputs().forEach(input -> inputs.add(Option.apply(input)));
    return new SparkUserDefinedFunction(
        plain.f(),
        plain.dataType(),
        CollectionConverters.asScala(inputs).toSeq(),
        Option.apply((Encoder<?>) plan.output().orElse(null)),
        plain.givenName(),
        plain.nullable(),
        plain.deterministic());
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
