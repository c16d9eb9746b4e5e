package firesteel.notebook;

import java.time.Duration;
import java.util.function.Supplier;

/** Follows the run of a notebook; called by the thread that runs it. */
public interface RunListener {
  /**
   * Called before a cell runs.
   *
   * @param place its position in the notebook, counted from 1 over cells of all types
   */
  default void cellStarted(int place, NotebookCell cell) {}

  /**
   * Called after a cell has run.
   *
   * @param took how long it ran
   * @param ok whether it succeeded
   */
  default void cellEnded(int place, NotebookCell cell, Duration took, boolean ok) {}

  /**
   * Called when the copy has changed: as each cell starts, and while one runs at most once a
   * second. The end of the run is not announced, as {@link NotebookRunner#run} returns the copy.
   *
   * @param soFar makes the copy with the outputs that there are
   */
  default void changed(Supplier<Notebook> soFar) {}
}
