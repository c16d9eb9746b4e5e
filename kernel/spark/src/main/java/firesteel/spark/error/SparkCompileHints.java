package firesteel.spark.error;

import firesteel.engine.error.CompileProblem;
import java.util.Optional;
import java.util.function.Function;

/** What to do about compile errors of code for Spark: the Java to write, where that is sure. */
public final class SparkCompileHints {
  private final LambdaHints lambdas;
  private final EncoderHints encoders;
  private final ColumnHints columns;

  /**
   * Makes hints.
   *
   * @param typeOf gives the type of an expression, with its type arguments
   */
  public SparkCompileHints(Function<String, Optional<String>> typeOf) {
    lambdas = new LambdaHints(typeOf);
    encoders = new EncoderHints(typeOf);
    columns = new ColumnHints(typeOf);
  }

  /** What to do; empty when nothing is sure. */
  public Optional<String> hint(CompileProblem problem) {
    return lambdas.hint(problem).or(() -> encoders.hint(problem)).or(() -> columns.hint(problem));
  }
}
