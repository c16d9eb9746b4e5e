package firesteel.charts.plot;

/** The roles of columns in a chart; columns that nobody named get them in this order. */
enum Role {
  X("x"),
  Y("y"),
  SIZE("size"),
  NAMES("names"),
  PATH("path"),
  VALUES("values"),
  COUNTRY("country"),
  COLOR("color"),
  HOVER_NAME("hoverName"),
  HOVER("hover"),
  ANIMATE("animate"),
  FACET("facet");

  private final String label;

  Role(String label) {
    this.label = label;
  }

  /** Returns the method of {@link Plot} that names the column. */
  String label() {
    return label;
  }
}
