package firesteel.engine.assist;

import java.util.List;

/** Lists Java's keywords by the places where they may stand. */
final class Keywords {
  private static final List<String> EXPRESSION =
      List.of("false", "new", "null", "super", "switch", "this", "true");
  private static final List<String> PRIMITIVES =
      List.of("boolean", "byte", "char", "double", "float", "int", "long", "short");
  private static final List<String> STATEMENT =
      List.of(
          "abstract",
          "assert",
          "break",
          "case",
          "catch",
          "class",
          "continue",
          "default",
          "do",
          "else",
          "enum",
          "extends",
          "final",
          "finally",
          "for",
          "if",
          "implements",
          "import",
          "instanceof",
          "interface",
          "private",
          "protected",
          "public",
          "record",
          "return",
          "sealed",
          "static",
          "synchronized",
          "throw",
          "throws",
          "try",
          "var",
          "void",
          "while",
          "yield");

  private Keywords() {}

  /**
   * Returns the keywords that start with a prefix.
   *
   * @param prefix the beginning of the keyword; not empty
   * @param statement whether a statement or declaration starts here, not only an expression
   */
  static List<String> startingWith(String prefix, boolean statement) {
    if (prefix.isEmpty()) {
      return List.of();
    }
    return java.util.stream.Stream.of(
            EXPRESSION, PRIMITIVES, statement ? STATEMENT : List.<String>of())
        .flatMap(List::stream)
        .filter(w -> w.startsWith(prefix))
        .toList();
  }
}
