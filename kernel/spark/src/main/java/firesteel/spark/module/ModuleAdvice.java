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

/** Adds to errors which line adds the missing module, or which jar doesn't fit this Spark. */
public final class ModuleAdvice {
  private static final int DEEPEST = 50;

  private final MissingModules missing;
  private final OtherBuilds builds;

  /**
   * Creates it without looking at anything.
   *
   * @param added the jars that cells added
   * @param spark the running Spark
   */
  public ModuleAdvice(
      Session session, Supplier<List<Path>> added, Supplier<Optional<StartedSpark>> spark) {
    ErrorContext here = new ErrorContext(session, added, spark);
    missing = new MissingModules(here);
    builds = new OtherBuilds(here);
  }

  /**
   * Explains an exception.
   *
   * @param known the summary so far; only its hint is replaced
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

  /** Returns what to do about a compile error that names a missing package. */
  public Optional<String> hint(CompileProblem problem) {
    return missing.advice(problem);
  }
}
