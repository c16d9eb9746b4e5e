package firesteel.spark.error;

import firesteel.source.JavaLexer;
import firesteel.source.JavaToken;
import firesteel.source.JavaToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Strings joined with {@code +}, which makes a string of a Column's name where {@code concat} was
 * meant.
 *
 * @param parts the operands; empty when the expression is not a concatenation
 */
record Concatenation(List<String> parts) {
  /**
   * Operators that bind less tightly than {@code +}, so that their other operand is not part of the
   * sum.
   */
  private static final Set<String> WEAKER =
      Set.of("?", "->", "=", "==", "!=", "<", ">", "<=", ">=", "&&", "||", "&", "|", "^");

  static Concatenation of(String expression) {
    String text = ProblemText.plain(expression);
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (JavaToken token : JavaLexer.tokens(text)) {
      depth += token.kind() == Kind.OPEN ? 1 : token.kind() == Kind.CLOSE ? -1 : 0;
      if (depth != 0) {
        continue;
      }
      if (WEAKER.contains(token.text(text))) {
        return new Concatenation(List.of());
      }
      if (token.is(text, "+") && !text.substring(start, token.start()).isBlank()) {
        parts.add(text.substring(start, token.start()).strip());
        start = token.end();
      }
    }
    parts.add(text.substring(start).strip());
    return new Concatenation(parts.size() < 2 ? List.of() : parts);
  }

  /** Whether an operand may be a Column: it is one, or its type isn't known here. */
  boolean mayHoldColumn(ExpressionTypes types) {
    return parts.stream()
        .anyMatch(
            part ->
                types.isColumn(part)
                    || types.of(part).name().isEmpty()
                    || of(part).mayHoldColumn(types));
  }

  /**
   * Returns the Column that was meant; empty when no operand is certainly a Column, or the type of
   * one is unknown.
   */
  Optional<String> asColumn(ExpressionTypes types) {
    List<String> columns = new ArrayList<>();
    List<String> first = new ArrayList<>(); // In Java 1 + 2 + "x" is "3x", and stays so.
    for (String part : parts) {
      Optional<String> column = types.isColumn(part) ? Optional.of(part) : of(part).asColumn(types);
      if (column.isEmpty() && (types.of(part).name().isEmpty() || of(part).mayHoldColumn(types))) {
        return Optional.empty();
      }
      if (column.isEmpty() && columns.isEmpty()) {
        first.add(part);
        continue;
      }
      if (columns.isEmpty() && !first.isEmpty()) {
        columns.add("lit(" + String.join(" + ", first) + ")");
      }
      columns.add(column.orElse("lit(" + part + ")"));
    }
    return columns.isEmpty()
        ? Optional.empty()
        : Optional.of("concat(" + String.join(", ", columns) + ")");
  }
}
