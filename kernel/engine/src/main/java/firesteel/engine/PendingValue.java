package firesteel.engine;

/** Supplies the value of a variable that a magic declares. Called by generated code only. */
public final class PendingValue {
  private PendingValue() {}

  /**
   * Returns the value that the cell of the calling thread is about to assign.
   *
   * @param <T> the type of the variable, as the magic declared it
   */
  @SuppressWarnings("unchecked")
  public static <T> T value() {
    return (T)
        ExecutingCell.current()
            .orElseThrow(() -> new IllegalStateException("this thread belongs to no cell"))
            .takePendingValue();
  }
}
