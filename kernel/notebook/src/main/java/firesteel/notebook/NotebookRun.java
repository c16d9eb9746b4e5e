package firesteel.notebook;

import firesteel.api.session.CellError;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The result of running a notebook.
 *
 * @param notebook the copy, with the outputs of the cells that ran; cells that did not run have
 *     none
 * @param end the reason why the run ended
 * @param failures the cells that failed and were not to, in order; the last of them ended the run
 *     when it ended early
 */
public record NotebookRun(Notebook notebook, End end, List<Failure> failures) {
  /** Why a run ended. */
  public enum End {
    /** All cells ran. */
    COMPLETED,
    /** A cell failed. */
    FAILED,
    /** A cell ran longer than it may. */
    TIMED_OUT,
    /** {@link NotebookRunner#stop} was called. */
    STOPPED
  }

  public NotebookRun {
    Objects.requireNonNull(notebook, "notebook");
    Objects.requireNonNull(end, "end");
    failures = List.copyOf(failures);
  }

  /** The failure that ended the run early; empty when all cells ran. */
  public Optional<Failure> failure() {
    return end == End.COMPLETED || failures.isEmpty()
        ? Optional.empty()
        : Optional.of(failures.get(failures.size() - 1));
  }

  /**
   * The cell that ended a run.
   *
   * @param cell its position in the notebook, counted from 1 over cells of all types
   * @param executionCount its execution count
   * @param error its error
   */
  public record Failure(int cell, int executionCount, CellError error) {
    /** The line of the cell that the error names, from 1; empty when it names none. */
    public OptionalInt line() {
      Pattern place = Pattern.compile("Cell \\[" + executionCount + "\\], line (\\d+)");
      for (String text : error.traceback()) {
        Matcher found = place.matcher(text);
        if (found.find()) {
          return OptionalInt.of(Integer.parseInt(found.group(1)));
        }
      }
      return OptionalInt.empty();
    }
  }
}
