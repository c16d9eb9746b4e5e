package firesteel.api.session;

import firesteel.api.error.CompileProblem;
import java.util.List;

/** Thrown when the compiler refuses a snippet. */
public final class CompileFailedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Origin origin;
  private final transient List<CompileProblem> problems;

  /**
   * Creates the exception.
   *
   * @param origin where the Java text starts that the positions of the problems refer to
   * @param problems never empty
   */
  public CompileFailedException(Origin origin, List<CompileProblem> problems) {
    super(problems.get(0).message());
    this.origin = origin;
    this.problems = List.copyOf(problems);
  }

  /** The position at which the Java text starts. */
  public Origin origin() {
    return origin;
  }

  /** The compiler's errors; their positions count from the start of the Java text. */
  public List<CompileProblem> problems() {
    return problems;
  }
}
