package firesteel.engine.error;

import firesteel.api.error.CompileProblem;
import java.util.Optional;
import java.util.function.Function;

/** What to do about a compile error: the Java to write, where that is sure. */
public final class CompileHints {
  private final SymbolHints symbols;
  private final ShadowedImports shadowed;
  private final MemberHints members;

  /**
   * Makes hints.
   *
   * @param symbols about names that stand alone
   * @param classNamed from a name, as the compiler writes it, to the class
   */
  public CompileHints(SymbolHints symbols, Function<String, Optional<Class<?>>> classNamed) {
    this.symbols = symbols;
    this.shadowed = new ShadowedImports(symbols);
    this.members = new MemberHints(classNamed);
  }

  /** What to do; empty when nothing is sure. */
  public Optional<String> hint(CompileProblem problem) {
    return ForeignSyntaxHints.hint(problem)
        .or(() -> NewerJavaHints.hint(problem))
        .or(() -> ValueHints.hint(problem))
        .or(() -> shadowed.hint(problem))
        .or(() -> members.hint(problem))
        .or(() -> symbols.hint(problem));
  }
}
