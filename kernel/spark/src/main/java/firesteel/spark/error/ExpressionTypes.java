package firesteel.spark.error;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Determines the types of expressions as far as the session knows them; local variables are unknown
 * here.
 */
record ExpressionTypes(Function<String, Optional<String>> typeOf) {
  private static final TypeText NONE = new TypeText("", List.of());

  /** Returns the type; one without a name when it isn't known. */
  TypeText of(String expression) {
    return typeOf.apply(expression).map(TypeText::parse).orElse(NONE);
  }

  boolean isColumn(String expression) {
    String name = of(expression).name();
    return name.endsWith("Column") || name.equals("ColumnName");
  }

  boolean isDataset(String expression) {
    return of(expression).name().equals("Dataset");
  }

  boolean isRow(String expression) {
    return of(expression).name().equals("Row");
  }

  /** Whether the type is the given one, or unknown. */
  boolean mayBe(String expression, String type) {
    String name = of(expression).name();
    return name.equals(type) || name.isEmpty();
  }
}
