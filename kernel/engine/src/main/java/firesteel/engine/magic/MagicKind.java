package firesteel.engine.magic;

/** The two ways to write a magic. */
enum MagicKind {
  LINE("%", "line magic"),
  CELL("%%", "cell magic");

  private final String prefix;
  private final String title;

  MagicKind(String prefix, String title) {
    this.prefix = prefix;
    this.title = title;
  }

  /** What stands before the name. */
  String prefix() {
    return prefix;
  }

  /** The kind in words. */
  String title() {
    return title;
  }

  MagicKind other() {
    return this == LINE ? CELL : LINE;
  }
}
