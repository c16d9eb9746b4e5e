package firesteel.engine.error;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Explains exceptions about two classes of one name: an object of a class that was declared again
 * is not an instance of the new class.
 */
final class StaleClassErrors {
  private static final Pattern CAST =
      Pattern.compile(
          "class REPL\\.\\$JShell\\$\\w+\\$(\\S+) cannot be cast to class REPL\\.\\$JShell\\$\\w+\\$(\\S+)"
              + ".*",
          Pattern.DOTALL);

  private StaleClassErrors() {}

  /**
   * Returns what to do about an exception that a class declared twice causes; empty for other
   * exceptions.
   */
  static Optional<String> hint(Throwable thrown) {
    String message = thrown instanceof ClassCastException ? thrown.getMessage() : null;
    Matcher cast = message == null ? null : CAST.matcher(message);
    return cast != null && cast.matches() && cast.group(1).equals(cast.group(2))
        ? Optional.of(hint(cast.group(1)))
        : Optional.empty();
  }

  /** Returns what to do about an object of a class that was declared again. */
  static String hint(String type) {
    return type
        + " was declared again since this object was made: run the cell that makes it again";
  }
}
