package firesteel.api.session;

import firesteel.api.display.MimeBundle;
import java.util.Optional;

/**
 * Receives the outputs of a cell, and asks the user for its input. Each frontend implements it; the
 * engine has no other outputs.
 *
 * <p>All methods may be called by any thread, also after the cell has ended (a thread that outlives
 * its cell still belongs to it), and, except for {@link #ask}, must not block for long.
 *
 * <pre>{@code
 * CellResult result = session.execute(Cell.of("1 + 1"), outputs);
 * }</pre>
 *
 * <p>{@link RecordingOutputs} keeps what it gets, {@link #none} drops it.
 */
public interface CellOutputs {
  /**
   * Called once for each run, before all other methods: the cell starts, and an interrupt reaches
   * it from now on.
   *
   * @param number the cell's execution count; 0 for a cell that doesn't count
   */
  default void started(int number) {}

  /** Writes text to standard output; any part of a line, or many lines. */
  void stdout(String text);

  /** Writes text to standard error. */
  void stderr(String text);

  /**
   * Shows a bundle.
   *
   * @param bundle what to show
   * @param displayId the name by which {@link #update} may change it later; empty when it won't
   */
  void display(MimeBundle bundle, Optional<String> displayId);

  /**
   * Replaces the bundles that are shown under a display id, in all cells; unknown ids are ignored.
   */
  void update(String displayId, MimeBundle bundle);

  /**
   * Says what the cell waits for. The text is a status and not an output: it isn't kept with the
   * cell.
   *
   * @param text one line
   */
  default void waiting(String text) {}

  /**
   * Ends what {@link #waiting} began.
   *
   * @param text one line on the result, for logs and status lines
   */
  default void waited(String text) {}

  /**
   * Removes the cell's output so far.
   *
   * @param wait true to remove it only when the next output comes, which avoids flicker
   */
  void clear(boolean wait);

  /**
   * Asks the user for one line, and waits for it.
   *
   * @param prompt shown to the user; may be empty
   * @param password whether the typed text must be hidden
   * @return the line without its end
   * @throws InputRefusedException when this frontend or this request doesn't allow input
   * @throws InterruptedException when the waiting thread is interrupted
   */
  String ask(String prompt, boolean password) throws InputRefusedException, InterruptedException;

  /**
   * Returns whether there is an editor in which the user can run the text that {@link CellResult}
   * offers.
   */
  default boolean hasEditor() {
    return true;
  }

  /** Returns outputs that drop everything and don't allow input. */
  static CellOutputs none() {
    return new DroppedOutputs();
  }
}
