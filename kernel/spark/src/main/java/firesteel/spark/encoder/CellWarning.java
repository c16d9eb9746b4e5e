package firesteel.spark.encoder;

import firesteel.api.session.RunningCell;

/** Writes a warning to the running cell; only in the notebook's process. */
final class CellWarning {
  private CellWarning() {}

  static void write(String text) {
    RunningCell.current().ifPresent(cell -> cell.outputs().stderr(text));
  }
}
