package firesteel.notebook;

import firesteel.api.display.MimeBundle;
import firesteel.api.session.CellOutputs;
import java.util.ArrayList;
import java.util.List;

/**
 * Records the outputs of all cells of a run; its monitor guards them, as a cell may update the
 * outputs of another one.
 */
final class Recording {
  private final List<CellRecorder> cells = new ArrayList<>();
  private long changes;

  /** Starts to record a cell. */
  synchronized CellRecorder begin(CellOutputs echo) {
    CellRecorder cell = new CellRecorder(this, echo);
    cells.add(cell);
    return cell;
  }

  /** Replaces the bundles that are shown under a display id, in all cells. */
  synchronized void update(String displayId, MimeBundle bundle) {
    cells.forEach(cell -> cell.updateHere(displayId, bundle));
  }

  /** Called under this monitor when an output changes. */
  void changed() {
    changes++;
  }

  /** The number of changes so far. */
  synchronized long changes() {
    return changes;
  }
}
