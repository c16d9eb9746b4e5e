package firesteel.api.error;

/**
 * One error of the Java compiler, in the user's terms.
 *
 * @param code javac's code, such as {@code compiler.err.ref.ambiguous}
 * @param message javac's message
 * @param source the snippet's text
 * @param start where the error starts in {@code source}, UTF-16 units
 * @param position the exact place javac points at
 * @param end where it ends, exclusive
 */
public record CompileProblem(
    String code, String message, String source, int start, int position, int end) {
  /** The code of a {@code return} that belongs to no method. */
  public static final String RETURN = "firesteel.err.return";

  /** True where javac takes an underscore for a name and refuses it; Java 22 changed the code. */
  public boolean refusesUnderscore() {
    return code.startsWith("compiler.err.underscore.as.identifier")
        || code.startsWith("compiler.err.use.of.underscore");
  }
}
