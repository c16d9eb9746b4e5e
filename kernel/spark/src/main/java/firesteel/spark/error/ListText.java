package firesteel.spark.error;

/** Values of the driver, as a list of them is written. */
final class ListText {
  private ListText() {}

  /**
   * An expression that gives a list; the same when it does already, or when it isn't known how.
   *
   * @param type the expression's, with its type arguments
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

  /** The type of the elements; an empty string when it isn't known. */
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
