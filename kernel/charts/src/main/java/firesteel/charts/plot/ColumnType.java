package firesteel.charts.plot;

/**
 * The kind of axis that a column has: decided by the type of its values, never by how they look.
 */
enum ColumnType {
  NUMBER("linear"),
  TIME("date"),
  CATEGORY("category");

  private final String axis;

  ColumnType(String axis) {
    this.axis = axis;
  }

  /** Returns Plotly's name of the axis. */
  String axis() {
    return axis;
  }
}
