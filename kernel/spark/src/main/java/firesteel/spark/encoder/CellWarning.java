package firesteel.spark.encoder;

import firesteel.api.session.RunningCell;

/** Tells the running cell; there in the notebook's process alone. */
final class CellWarning {
  private CellWarning() {}

  static void write(String text) {
    RunningCell.current().ifPresent(cell -> cell.outputs().stderr(text));
  }
}
