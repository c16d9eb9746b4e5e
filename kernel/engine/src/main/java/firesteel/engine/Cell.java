package firesteel.engine;

import java.util.Objects;

/**
 * The text that a front door asks a {@link Session} to run, and how.
 *
 * @param code the whole text: Java, line magics and shell lines, or one cell magic
 * @param storeHistory whether the cell counts: it gets an execution count of its own and goes into
 *     the history
 * @param allowInput whether the cell may ask the user for input; when false, reading {@code
 *     System.in} fails with a clear error
 */
public record Cell(String code, boolean storeHistory, boolean allowInput) {
  public Cell {
    Objects.requireNonNull(code, "code");
  }

  /** A cell that counts and may ask for input. */
  public static Cell of(String code) {
    return new Cell(code, true, true);
  }
}
