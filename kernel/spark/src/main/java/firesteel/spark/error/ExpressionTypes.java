package firesteel.spark.error;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The types of expressions as far as cells know them; local variables have none here. */
record ExpressionTypes(Function<String, Optional<String>> typeOf) {
  private static final TypeText NONE = new TypeText("", List.of());

  /** The type; one without a name when it isn't known. */
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

  /** Whether it is a Dataset, or may be one. */
  boolean mayBe(String expression, String type) {
    String name = of(expression).name();
    return name.equals(type) || name.isEmpty();
  }
}
