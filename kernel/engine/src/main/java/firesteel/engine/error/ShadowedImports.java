package firesteel.engine.error;

import firesteel.api.error.CompileProblem;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gives hints about a member that a class doesn't have, when another class of the same name in an
 * imported package does: the class that was imported first keeps the name.
 */
final class ShadowedImports {
  private static final Pattern LOCATION =
      Pattern.compile(
          "symbol:\\s+(?:variable|method|class) (\\w+)[\\s\\S]*location:\\s+(?:class|interface)"
              + " ((?:\\w+\\.)+)(\\w+)(?:<.*>)?\\s*$");

  private final SymbolHints symbols;

  ShadowedImports(SymbolHints symbols) {
    this.symbols = symbols;
  }

  /** Returns the import to add; empty for other problems. */
  Optional<String> hint(CompileProblem problem) {
    Matcher location = LOCATION.matcher(problem.message());
    String source = problem.source();
    if (!problem.code().startsWith("compiler.err.cant.resolve") || !location.find()) {
      return Optional.empty();
    }
    String simple = location.group(3);
    String qualified = location.group(2) + simple;
    int start = Math.max(0, Math.min(problem.start(), source.length()));
    boolean isNamed = source.substring(start).matches("(?s)" + simple + "\\s*(\\.|::).*");
    List<String> others =
        isNamed
            ? symbols.importedNamed(simple, location.group(1)).stream()
                .filter(other -> !other.equals(qualified))
                .toList()
            : List.of();
    return others.isEmpty()
        ? Optional.empty()
        : Optional.of(simple + " is " + qualified + " here: import " + others.get(0) + ";");
  }
}
