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

/** What cells threw, as their users read it, and the last of it whole. Thread-safe. */
final class CellFailures {
  private final ErrorReporter reporter;
  private volatile Throwable last;

  /**
   * Makes it.
   *
   * @param sourceText from a source's name to its text
   * @param summaries what extensions know about exceptions
   * @param hints what extensions know about compile errors; the engine's hints come after
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

  /** Describes what a cell threw, and keeps it; never throws. */
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

  /** An exception in the words of cells' errors. */
  CellError describe(Throwable thrown) {
    return reporter.report(thrown, false);
  }

  /** What the last cell that failed threw. */
  Optional<Throwable> last() {
    return Optional.ofNullable(last);
  }
}
