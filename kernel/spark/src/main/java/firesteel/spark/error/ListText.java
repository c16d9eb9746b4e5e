package firesteel.spark.error;

/** Writes values of the driver as expressions of a list. */
final class ListText {
  private ListText() {}

  /**
   * Returns an expression for a list; the given one when it is a list already, or when it isn't
   * known how.
   *
   * @param type the expression's type, with its type arguments
   */
  static String of(String expression, String type) {
    if (type.matches("(?:int|long|double)\\[]")) {
      return "Arrays.stream(" + expression + ").boxed().toList()";
    }
    if (type.endsWith("[]")) {
      return "Arrays.asList(" + expression + ")";
    }
    return switch (TypeText.parse(type).name()) {
      case "Stream" -> expression + ".toList()";
      case "IntStream", "LongStream", "DoubleStream" -> expression + ".boxed().toList()";
      case "Set", "HashSet", "LinkedHashSet", "TreeSet", "Collection", "Queue", "ArrayDeque" ->
          "new ArrayList<>(" + expression + ")";
      default -> expression;
    };
  }

  /** Returns the type of the elements; an empty string when it isn't known. */
  static String elementType(String type) {
    String simple = TypeText.parse(type).name();
    if (type.matches("int\\[]") || simple.equals("IntStream")) {
      return "Integer";
    }
    if (type.matches("long\\[]") || simple.equals("LongStream")) {
      return "Long";
    }
    if (type.matches("double\\[]") || simple.equals("DoubleStream")) {
      return "Double";
    }
    return type.endsWith("[]")
        ? type.substring(0, type.length() - 2)
        : TypeText.parse(type).arguments().stream().findFirst().orElse("");
  }
}
