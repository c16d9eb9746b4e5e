package firesteel.api.session;

import firesteel.api.display.MimeBundle;
import java.util.Objects;
import java.util.Optional;

/**
 * The result of running a cell.
 *
 * @param executionCount the number of the cell, as in {@code Out(3)}
 * @param value the rendered value of the last expression; empty for statements, declarations, void
 *     calls and null
 * @param error why the cell failed; empty when it succeeded
 * @param nextInput text for the next cell, as {@code %load} asks for; usually empty
 */
public record CellResult(
    int executionCount,
    Optional<MimeBundle> value,
    Optional<CellError> error,
    Optional<NextInput> nextInput) {
  public CellResult {
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(error, "error");
    Objects.requireNonNull(nextInput, "nextInput");
  }

  /**
   * Text that a cell puts into the frontend's editor.
   *
   * @param text the text
   * @param replace true to replace the cell that ran, false to open a new cell below it
   */
  public record NextInput(String text, boolean replace) {}

  /** Returns a cell that succeeded. */
  public static CellResult ok(
      int executionCount, Optional<MimeBundle> value, Optional<NextInput> nextInput) {
    return new CellResult(executionCount, value, Optional.empty(), nextInput);
  }

  /** Returns a cell that failed. */
  public static CellResult failed(int executionCount, CellError error) {
    return new CellResult(executionCount, Optional.empty(), Optional.of(error), Optional.empty());
  }

  /** Returns whether the cell succeeded. */
  public boolean isOk() {
    return error.isEmpty();
  }
}
