package firesteel.engine.magic;

/** The kinds of magics. */
enum MagicKind {
  LINE("%", "line magic"),
  CELL("%%", "cell magic");

  private final String prefix;
  private final String title;

  MagicKind(String prefix, String title) {
    this.prefix = prefix;
    this.title = title;
  }

  /** The percent signs before the name. */
  String prefix() {
    return prefix;
  }

  /** The name of the kind. */
  String title() {
    return title;
  }

  MagicKind other() {
    return this == LINE ? CELL : LINE;
  }
}
