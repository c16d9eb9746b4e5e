package firesteel.engine;

import firesteel.api.error.CompileProblem;
import firesteel.api.error.ErrorSummary;
import firesteel.api.session.CellError;
import firesteel.engine.error.CompileHints;
import firesteel.engine.error.ErrorReporter;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.LoggerFactory;

/** Describes the exceptions of cells for the user, and keeps the last one. Thread-safe. */
final class CellFailures {
  private final ErrorReporter reporter;
  private volatile Throwable last;

  /**
   * Creates it.
   *
   * @param sourceText returns the text of a source by its name
   * @param summaries the summaries that extensions have for exceptions
   * @param hints the hints that extensions have for compile errors; the engine's hints come after
   *     them
   */
  CellFailures(
      Function<String, Optional<String>> sourceText,
      Function<Throwable, Optional<ErrorSummary>> summaries,
      Function<CompileProblem, Optional<String>> hints,
      CompileHints compileHints) {
    reporter =
        new ErrorReporter(
            sourceText,
            summaries,
            problem -> hints.apply(problem).or(() -> compileHints.hint(problem)));
  }

  /** Describes the exception of a cell, and keeps it as the last one; never throws. */
  CellError of(ExecutingCell cell, Throwable thrown) {
    last = thrown;
    try {
      return reporter.report(thrown, cell.isInterrupted());
    } catch (Throwable second) {
      LoggerFactory.getLogger(CellFailures.class).warn("an error could not be described", second);
      String name = thrown.getClass().getSimpleName();
      return new CellError(name, "", List.of(name + " (its description failed: " + second + ")"));
    }
  }

  /** Returns an exception described like the error of a cell. */
  CellError describe(Throwable thrown) {
    return reporter.report(thrown, false);
  }

  /** The exception of the last cell that failed. */
  Optional<Throwable> last() {
    return Optional.ofNullable(last);
  }
}
