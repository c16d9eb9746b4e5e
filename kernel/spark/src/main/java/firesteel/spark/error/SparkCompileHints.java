package firesteel.spark.error;

import firesteel.api.error.CompileProblem;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Suggests the Java to write after compile errors of code for Spark, where that is certain. */
public final class SparkCompileHints {
  private final List<Function<CompileProblem, Optional<String>>> hints;

  /**
   * Creates the hints.
   *
   * @param typeOf returns the type of an expression, with its type arguments
   */
  public SparkCompileHints(Function<String, Optional<String>> typeOf) {
    ExpressionTypes types = new ExpressionTypes(typeOf);
    hints =
        List.of(
            new RddHints(types)::hint,
            new FunctionHints(types)::hint,
            new LambdaHints(typeOf)::hint,
            new EncoderHints(typeOf)::hint,
            new ColumnHints(types)::hint,
            new ArgumentHints(types)::hint,
            new RowHints(types)::hint,
            new CellHints(types)::hint,
            new MissingMembers(types)::hint,
            new NameHints(types)::hint,
            new SyntaxHints(types)::hint);
  }

  /** Returns what to do; empty when nothing is certain. */
  public Optional<String> hint(CompileProblem problem) {
    return hints.stream().flatMap(hint -> hint.apply(problem).stream()).findFirst();
  }
}
