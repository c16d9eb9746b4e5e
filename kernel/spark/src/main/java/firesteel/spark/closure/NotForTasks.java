package firesteel.spark.closure;

import java.io.NotSerializableException;
import java.lang.invoke.SerializedLambda;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaRDDLike;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;

/**
 * What belongs to the driver alone. Much of it can be serialized, and is broken when it arrives; so
 * it is refused by its type.
 */
final class NotForTasks {
  private static final Map<Class<?>, String> TYPES =
      Map.of(
          SparkSession.class, "a SparkSession",
          Dataset.class, "a Dataset",
          SparkContext.class, "a SparkContext",
          JavaSparkContext.class, "a JavaSparkContext",
          JavaRDDLike.class, "an RDD");

  private NotForTasks() {}

  /** What of the driver's an object is; RDDs are parts of tasks. */
  static Optional<String> nameOf(Object object) {
    if (object == null) {
      return Optional.empty();
    }
    return TYPES.entrySet().stream()
        .filter(type -> type.getKey().isInstance(object))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** What of the driver's the value of a variable is. */
  static Optional<String> nameOfValue(Object value) {
    return value instanceof RDD ? Optional.of("an RDD") : nameOf(value);
  }

  static void refuse(Object object) throws NotSerializableException {
    if (object instanceof SparkSession || object instanceof Dataset) {
      throw new NotSerializableException(object.getClass().getName());
    }
  }

  static void refuseCaptured(Object object, SerializedLambda lambda)
      throws NotSerializableException {
    if (nameOfValue(object).isPresent()) {
      throw new CapturedByLambda(nameOfValue(object).get(), lambda);
    }
  }

  /** A lambda holds something of the driver's in a local variable or a parameter. */
  static final class CapturedByLambda extends NotSerializableException {
    private static final long serialVersionUID = 1L;

    final String what;
    final String method;
    final String owner;

    CapturedByLambda(String what, SerializedLambda lambda) {
      super(what);
      this.what = what;
      this.owner = CodeNames.binary(lambda.getImplClass());
      this.method = lambda.getImplMethodName() + lambda.getImplMethodSignature();
    }
  }
}
