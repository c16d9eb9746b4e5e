package firesteel.app;

import firesteel.api.error.CompileProblem;
import firesteel.api.session.Session;
import firesteel.api.session.SessionExtension;
import java.util.Optional;
import java.util.regex.Pattern;

/** Explains errors about missing Spark names in a shell that was started with --no-spark. */
final class WithoutSpark implements SessionExtension {
  private static final Pattern OF_SPARK =
      Pattern.compile(
          "symbol:\\s+(?:variable (?:spark|sc)|method sql\\b|class (?:Dataset|Row)\\b)");

  @Override
  public Optional<String> hint(CompileProblem problem, Session session) {
    return problem.code().startsWith("compiler.err.cant.resolve")
            && OF_SPARK.matcher(problem.message()).find()
        ? Optional.of("this shell has Java alone: leave --no-spark out")
        : Optional.empty();
  }
}
