package firesteel.notebook;

import firesteel.api.display.MimeBundle;
import firesteel.api.session.CellOutputs;
import java.util.ArrayList;
import java.util.List;

/** The outputs of all cells of a run; its monitor guards them, as one output may change another. */
final class Recording {
  private final List<CellRecorder> cells = new ArrayList<>();

  /** Begins to record a cell. */
  synchronized CellRecorder begin(CellOutputs echo) {
    CellRecorder cell = new CellRecorder(this, echo);
    cells.add(cell);
    return cell;
  }

  /** Changes what is shown under a display id, in whatever cell. */
  synchronized void update(String displayId, MimeBundle bundle) {
    cells.forEach(cell -> cell.updateHere(displayId, bundle));
  }
}
