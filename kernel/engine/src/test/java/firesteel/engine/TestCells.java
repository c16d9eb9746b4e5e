package firesteel.engine;

import firesteel.api.session.Cell;
import firesteel.api.session.CellOutputs;

/** Runs code within cells for tests. */
public final class TestCells {
  private TestCells() {}

  public static ExecutingCell of(JavaSession session, CellOutputs outputs, boolean allowInput) {
    return new ExecutingCell(session, 1, "test-cell", new Cell("", true, allowInput), outputs);
  }

  public static ExecutingCell bind(ExecutingCell cell) {
    return ExecutingCell.bind(cell);
  }
}
