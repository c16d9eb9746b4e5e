package firesteel.engine.magic;

/**
 * The parts of a magic's line.
 *
 * @param start the position of its percent signs
 * @param name the name without them
 * @param nameEnd the end of the name, exclusive
 */
record MagicLine(MagicKind kind, int start, String name, int nameEnd) {
  /** Parses a line; null when it isn't a magic. */
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

  /** The position of the arguments. */
  int argumentsStart() {
    return nameEnd;
  }
}
