package firesteel.notebook.parameters;

/** Writes strings and characters as literals in one line of Java. */
final class JavaLiterals {
  private JavaLiterals() {}

  static String string(String text) {
    StringBuilder literal = new StringBuilder("\"");
    text.chars().forEach(unit -> append(literal, (char) unit, '"', isPaired(text)));
    return literal.append('"').toString();
  }

  static String character(char unit) {
    StringBuilder literal = new StringBuilder("'");
    append(literal, unit, '\'', false);
    return literal.append('\'').toString();
  }

  private static void append(StringBuilder literal, char unit, char quote, boolean paired) {
    switch (unit) {
      case '\n' -> literal.append("\\n");
      case '\r' -> literal.append("\\r");
      case '\t' -> literal.append("\\t");
      case '\\' -> literal.append("\\\\");
      default -> {
        if (unit == quote) {
          literal.append('\\').append(unit);
        } else if (unit < ' ') {
          // Octal: javac translates a Unicode escape before it reads the literal.
          literal.append("\\%03o".formatted((int) unit));
        } else if (isInvisible(unit) || (Character.isSurrogate(unit) && !paired)) {
          literal.append("\\u%04x".formatted((int) unit));
        } else {
          literal.append(unit);
        }
      }
    }
  }

  /** Whether a character is better read as its number: it has no width, or turns the line. */
  private static boolean isInvisible(char unit) {
    return switch (Character.getType(unit)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED ->
          true;
      default -> unit != ' ' && Character.isSpaceChar(unit);
    };
  }

  /** Whether all surrogates are pairs, so that a file in UTF-8 can hold them. */
  private static boolean isPaired(String text) {
    return text.codePoints()
        .noneMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
  }
}
