package firesteel.api.bytecode;

/**
 * Thrown into code of an interrupted cell at its next stop check. An Error, so that {@code catch
 * (Exception e)} doesn't catch it; handlers for Throwable and Error are rewritten to throw it
 * again.
 */
public final class CellStopped extends Error {
  private static final long serialVersionUID = 1L;

  /** Says that the cell was interrupted. */
  public CellStopped() {
    super("the cell was interrupted");
  }
}
