package firesteel.engine;

/**
 * Where a variable that a magic declares gets its value from. Not meant to be called by hand: cells
 * assign.
 */
public final class PendingValue {
  private PendingValue() {}

  /**
   * The value that the calling thread's cell is about to assign.
   *
   * @param <T> what it is taken for; the magic has declared the variable so
   */
  @SuppressWarnings("unchecked")
  public static <T> T value() {
    return (T)
        ExecutingCell.current()
            .orElseThrow(() -> new IllegalStateException("this thread belongs to no cell"))
            .takePendingValue();
  }
}
