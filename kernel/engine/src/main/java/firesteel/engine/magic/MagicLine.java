package firesteel.engine.magic;

/**
 * The parts of a magic's line.
 *
 * @param start where its percent signs stand
 * @param name the name without them
 * @param nameEnd where the name ends, exclusive
 */
record MagicLine(MagicKind kind, int start, String name, int nameEnd) {
  /** Takes a line apart; null when it is no magic's. */
  static MagicLine of(String line) {
    int start = Word.skipBlanks(line, 0);
    if (!line.startsWith("%", start)) {
      return null;
    }
    MagicKind kind = line.startsWith("%%", start) ? MagicKind.CELL : MagicKind.LINE;
    int nameStart = start + kind.prefix().length();
    int end = nameStart;
    while (end < line.length() && !Character.isWhitespace(line.charAt(end))) {
      end++;
    }
    return new MagicLine(kind, start, line.substring(nameStart, end), end);
  }

  /** Where the arguments begin. */
  int argumentsStart() {
    return nameEnd;
  }
}
