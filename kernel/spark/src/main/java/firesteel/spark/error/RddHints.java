package firesteel.spark.error;

import firesteel.api.error.CompileProblem;
import java.util.Arrays;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Suggests Java's RDD and context in place of Scala's RDD and SparkContext, which take Scala's
 * functions and class tags that Java can't provide.
 */
final class RddHints {
  private final ExpressionTypes types;

  RddHints(ExpressionTypes types) {
    this.types = types;
  }

  Optional<String> hint(CompileProblem problem) {
    return switch (problem.code()) {
      case "compiler.err.cant.apply.symbol",
          "compiler.err.cant.apply.symbols",
          "compiler.err.ref.ambiguous" ->
          CallText.at(problem.source(), problem.position()).flatMap(this::ofCall);
      case "compiler.err.prob.found.req", "compiler.err.not.a.functional.intf" ->
          CallText.at(problem.source(), problem.position())
              .flatMap(this::ofCall)
              .or(
                  () ->
                      CallText.holding(problem.source(), problem.position()).flatMap(this::ofCall));
      default -> Optional.empty();
    };
  }

  private Optional<String> ofCall(CallText call) {
    String receiver = call.receiver().map(ProblemText::plain).orElse("");
    if (receiver.isEmpty()) {
      return Optional.empty();
    }
    String arguments = "(" + String.join(", ", call.arguments()) + ")";
    return switch (types.of(receiver).name()) {
      case "RDD" ->
          has(JavaRDD.class, call.method())
              ? Optional.of(
                  "Scala's RDD takes Scala's functions; write "
                      + ofJava(receiver)
                      + "."
                      + call.method()
                      + LambdaHints.shorten(arguments))
              : Optional.empty();
      case "SparkContext" ->
          has(JavaSparkContext.class, call.method())
              ? Optional.of("write sc." + call.method() + LambdaHints.shorten(arguments))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** Returns the JavaRDD of an expression that gives an RDD. */
  static String ofJava(String rdd) {
    return rdd.endsWith(".rdd()")
        ? rdd.substring(0, rdd.length() - "rdd()".length()) + "javaRDD()"
        : rdd + ".toJavaRDD()";
  }

  private static boolean has(Class<?> type, String method) {
    return Arrays.stream(type.getMethods()).anyMatch(found -> found.getName().equals(method));
  }
}
