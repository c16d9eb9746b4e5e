package firesteel.api.session;

import firesteel.api.display.MimeBundle;
import java.util.Optional;

/**
 * Where a cell writes to and asks from. Each frontend implements it; the engine writes to nothing
 * else.
 *
 * <p>All methods may be called by any thread, also after the cell has ended (a thread that outlives
 * its cell still belongs to it), and must not block for long but for {@link #ask}.
 *
 * <pre>{@code
 * CellResult result = session.execute(Cell.of("1 + 1"), outputs);
 * }</pre>
 *
 * <p>{@link RecordingOutputs} keeps what it gets, {@link #none} drops it.
 */
public interface CellOutputs {
  /**
   * A cell starts: an interrupt reaches it from now on. Called once for each run, before all else.
   *
   * @param number the cell's execution count; 0 for one that doesn't count
   */
  default void started(int number) {}

  /** Text for standard output; any part of a line, or many lines. */
  void stdout(String text);

  /** Text for standard error. */
  void stderr(String text);

  /**
   * Shows a bundle.
   *
   * @param bundle what to show
   * @param displayId the name by which {@link #update} may change it later; empty when it won't
   */
  void display(MimeBundle bundle, Optional<String> displayId);

  /** Replaces what is shown under a display id, wherever it is shown; unknown ids are ignored. */
  void update(String displayId, MimeBundle bundle);

  /**
   * Says what the cell waits for. This is no output: nothing of it is kept with the cell.
   *
   * @param text one line
   */
  default void waiting(String text) {}

  /**
   * Ends what {@link #waiting} began.
   *
   * @param text one line on what came of it, for logs and lines of status
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
   * @param password whether what is typed must not be shown
   * @return the line without its end
   * @throws InputRefusedException when this frontend, or this request, can't ask
   * @throws InterruptedException when the waiting thread is interrupted
   */
  String ask(String prompt, boolean password) throws InputRefusedException, InterruptedException;

  /** Whether there is an editor, and somebody who runs what {@link CellResult} offers to it. */
  default boolean hasEditor() {
    return true;
  }

  /** Outputs that drop everything and refuse to ask. */
  static CellOutputs none() {
    return new DroppedOutputs();
  }
}
