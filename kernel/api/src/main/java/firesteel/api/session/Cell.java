package firesteel.api.session;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A cell that a frontend asks a {@link Session} to run, with how to run it.
 *
 * @param code the whole text: Java, line magics and shell lines, or one cell magic
 * @param storeHistory whether the cell counts: it gets an execution count of its own and goes into
 *     the history
 * @param allowInput whether the cell may ask the user for input; when false, reading {@code
 *     System.in} fails with a clear error
 * @param notebookCell the id of the cell in the notebook document, when the frontend knows it:
 *     running it again replaces the outputs of its last run
 * @param deletedCells the ids of the cells that were deleted, with their outputs, since the last
 *     run
 */
public record Cell(
    String code,
    boolean storeHistory,
    boolean allowInput,
    Optional<String> notebookCell,
    Set<String> deletedCells) {
  public Cell {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(notebookCell, "notebookCell");
    deletedCells = Set.copyOf(deletedCells);
  }

  /** Creates a cell that is not of a notebook document. */
  public Cell(String code, boolean storeHistory, boolean allowInput) {
    this(code, storeHistory, allowInput, Optional.empty(), Set.of());
  }

  /** Returns a cell that counts and may ask for input. */
  public static Cell of(String code) {
    return new Cell(code, true, true);
  }
}
