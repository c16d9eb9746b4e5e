package firesteel.spark.module;

import firesteel.engine.Session;
import firesteel.engine.error.CompileProblem;
import firesteel.engine.error.ErrorSummary;
import firesteel.spark.start.StartedSpark;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Adds to errors what brings the module that is missing, or which jar doesn't fit this Spark. */
public final class ModuleAdvice {
  private static final int DEEPEST = 50;

  private final MissingModules missing;
  private final OtherBuilds builds;

  /**
   * Makes it; looks at nothing.
   *
   * @param added the jars that cells brought
   * @param spark the Spark that runs
   */
  public ModuleAdvice(
      Session session, Supplier<List<Path>> added, Supplier<Optional<StartedSpark>> spark) {
    Surroundings here = new Surroundings(session, added, spark);
    missing = new MissingModules(here);
    builds = new OtherBuilds(here);
  }

  /**
   * What there is to say about an exception.
   *
   * @param known what is known of it already; only its hint is replaced
   */
  public Optional<ErrorSummary> explain(Throwable thrown, Optional<ErrorSummary> known) {
    Throwable cause = thrown;
    for (int i = 0; cause != null && i < DEEPEST; i++) {
      Throwable at = cause;
      Optional<String> hint = builds.advice(at).or(() -> missing.advice(at));
      if (hint.isPresent()) {
        ErrorSummary summary =
            known.orElseGet(
                () ->
                    new ErrorSummary(
                        thrown, Optional.ofNullable(thrown.getMessage()).orElse(""), ""));
        return Optional.of(new ErrorSummary(summary.root(), summary.message(), hint.get()));
      }
      cause = cause.getCause() == cause ? null : cause.getCause();
    }
    return known;
  }

  /** What to do about a compile error that names a package which isn't there. */
  public Optional<String> hint(CompileProblem problem) {
    return missing.advice(problem);
  }
}
