package firesteel.api.error;

import java.util.function.IntUnaryOperator;

/**
 * One error of the Java compiler, in the user's terms.
 *
 * @param code javac's code, such as {@code compiler.err.ref.ambiguous}
 * @param message javac's message
 * @param source the snippet's text
 * @param start where the error starts in {@code source}, UTF-16 units
 * @param position the position that javac points at
 * @param end where the error ends, exclusive
 */
public record CompileProblem(
    String code, String message, String source, int start, int position, int end) {
  /** The code for a {@code return} outside of a method. */
  public static final String RETURN = "firesteel.err.return";

  /**
   * The same error in another text.
   *
   * @param newSource the text
   * @param moved what becomes of positions
   */
  public CompileProblem in(String newSource, IntUnaryOperator moved) {
    return new CompileProblem(
        code,
        message,
        newSource,
        moved.applyAsInt(start),
        moved.applyAsInt(position),
        moved.applyAsInt(end));
  }

  /**
   * Returns whether javac refused an underscore as a name; Java 22 changed the code of that error.
   */
  public boolean refusesUnderscore() {
    return code.startsWith("compiler.err.underscore.as.identifier")
        || code.startsWith("compiler.err.use.of.underscore");
  }
}
