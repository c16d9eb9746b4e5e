package firesteel.jupyter;

/**
 * Converts positions in text: the protocol counts code points, Java counts UTF-16 units. Positions
 * outside of the text are moved to its ends.
 */
final class CodePoints {
  private CodePoints() {}

  /** Returns the UTF-16 unit at which a code point starts. */
  static int toUnits(String text, int codePoints) {
    return codePoints <= 0
        ? 0
        : codePoints >= text.codePointCount(0, text.length())
            ? text.length()
            : text.offsetByCodePoints(0, codePoints);
  }

  /** Returns how many code points start before a UTF-16 unit. */
  static int fromUnits(String text, int units) {
    return text.codePointCount(0, Math.max(0, Math.min(units, text.length())));
  }
}
