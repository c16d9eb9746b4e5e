package firesteel.api.session;

import firesteel.api.error.CompileProblem;
import java.util.List;

/** The compiler refused a snippet. */
public final class CompileFailedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Origin origin;
  private final transient List<CompileProblem> problems;

  /**
   * Makes one.
   *
   * @param origin where the piece of Java starts that the problems' positions count in
   * @param problems never empty
   */
  public CompileFailedException(Origin origin, List<CompileProblem> problems) {
    super(problems.get(0).message());
    this.origin = origin;
    this.problems = List.copyOf(problems);
  }

  /** Where the piece of Java starts. */
  public Origin origin() {
    return origin;
  }

  /** What the compiler said; positions count from the start of the piece of Java. */
  public List<CompileProblem> problems() {
    return problems;
  }
}
