package firesteel.engine;

/** Cells for tests of what runs within one. */
public final class TestCells {
  private TestCells() {}

  public static RunningCell of(Session session, CellOutputs outputs, boolean allowInput) {
    return new RunningCell(session, 1, "test-cell", new Cell("", true, allowInput), outputs);
  }

  public static RunningCell bind(RunningCell cell) {
    return RunningCell.bind(cell);
  }
}
