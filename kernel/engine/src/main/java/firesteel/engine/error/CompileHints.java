package firesteel.engine.error;

import firesteel.api.error.CompileProblem;
import java.util.Optional;
import java.util.function.Function;

/** Gives hints about compile errors: the Java to write, where that is certain. */
public final class CompileHints {
  private final SymbolHints symbols;
  private final ShadowedImports shadowed;
  private final MemberHints members;

  /**
   * Makes hints.
   *
   * @param symbols hints about simple names
   * @param classNamed returns the class for a name in a compiler message
   */
  public CompileHints(SymbolHints symbols, Function<String, Optional<Class<?>>> classNamed) {
    this.symbols = symbols;
    this.shadowed = new ShadowedImports(symbols);
    this.members = new MemberHints(classNamed);
  }

  /** Returns what to do; empty when nothing is certain. */
  public Optional<String> hint(CompileProblem problem) {
    return ForeignSyntaxHints.hint(problem)
        .or(() -> NewerJavaHints.hint(problem))
        .or(() -> ValueHints.hint(problem))
        .or(() -> shadowed.hint(problem))
        .or(() -> members.hint(problem))
        .or(() -> symbols.hint(problem));
  }
}
