package firesteel.spark.module;

import firesteel.api.error.CompileProblem;
import firesteel.api.error.ErrorSummary;
import firesteel.api.session.Session;
import firesteel.spark.master.StartedSpark;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

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
    ErrorContext here = new ErrorContext(session, added, spark);
    missing = new MissingModules(here);
    builds = new OtherBuilds(here);
  }

  /**
   * What there is to say about an exception.
   *
   * @param known what is known of it already; only its hint is replaced
   */
  public Optional<ErrorSummary> explain(Throwable thrown, Optional<ErrorSummary> known) {
    Optional<String> hint =
        builds
            .advice(thrown)
            .or(
                () ->
                    Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                        .limit(DEEPEST)
                        .flatMap(at -> missing.advice(at).stream())
                        .findFirst());
    if (hint.isEmpty()) {
      return known;
    }
    String message = Optional.ofNullable(thrown.getMessage()).orElse("");
    ErrorSummary summary = known.orElseGet(() -> new ErrorSummary(thrown, message, ""));
    return Optional.of(
        new ErrorSummary(
            summary.root(), summary.name(), summary.message(), summary.written(), hint.get()));
  }

  /** What to do about a compile error that names a package which isn't there. */
  public Optional<String> hint(CompileProblem problem) {
    return missing.advice(problem);
  }
}
