package firesteel.spark.error;

import firesteel.engine.error.CompileProblem;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What to do about compile errors of code for Spark: the Java to write, where that is sure. */
public final class SparkCompileHints {
<<<<<<< HEAD
  private final LambdaHints lambdas;
  private final EncoderHints encoders;
  private final ColumnHints columns;
=======
  private final List<Function<CompileProblem, Optional<String>>> hints;
>>>>>>> f2776aa (Hints for Spark's Java API by what they are about; more habits of PySpark, Scala, pandas and SQL; loops that compile; no lambda's internal name)

  /**
   * Makes hints.
   *
   * @param typeOf gives the type of an expression, with its type arguments
   */
  public SparkCompileHints(Function<String, Optional<String>> typeOf) {
<<<<<<< HEAD
    lambdas = new LambdaHints(typeOf);
    encoders = new EncoderHints(typeOf);
    columns = new ColumnHints(typeOf);
=======
    ExpressionTypes types = new ExpressionTypes(typeOf);
    hints =
        List.of(
            new RddHints(types)::hint,
            new LambdaHints(typeOf)::hint,
            new ColumnHints(types)::hint,
            new ArgumentHints(types)::hint,
            new RowHints(types)::hint,
            new CellHints(types)::hint,
            new MissingMembers(types)::hint,
            new NameHints(types)::hint,
            new SyntaxHints(types)::hint);
>>>>>>> f2776aa (Hints for Spark's Java API by what they are about; more habits of PySpark, Scala, pandas and SQL; loops that compile; no lambda's internal name)
  }

  /** What to do; empty when nothing is sure. */
  public Optional<String> hint(CompileProblem problem) {
<<<<<<< HEAD
    return lambdas.hint(problem).or(() -> encoders.hint(problem)).or(() -> columns.hint(problem));
=======
    return hints.stream().flatMap(hint -> hint.apply(problem).stream()).findFirst();
>>>>>>> f2776aa (Hints for Spark's Java API by what they are about; more habits of PySpark, Scala, pandas and SQL; loops that compile; no lambda's internal name)
  }
}
