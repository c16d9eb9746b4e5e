package firesteel.charts.plot;

/** What a column is in a chart; columns that nobody named are taken in this order. */
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

  /** The method of {@link Plot} that names the column. */
  String label() {
    return label;
  }
}
