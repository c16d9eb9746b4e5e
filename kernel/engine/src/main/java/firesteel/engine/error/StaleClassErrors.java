package firesteel.engine.error;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Exceptions that tell of two classes of one name: an object of a class that was declared again is
 * none of the new class.
 */
final class StaleClassErrors {
  private static final Pattern CAST =
      Pattern.compile(
          "class REPL\\.\\$JShell\\$\\w+\\$(\\S+) cannot be cast to class REPL\\.\\$JShell\\$\\w+\\$(\\S+)"
              + ".*",
          Pattern.DOTALL);

  private StaleClassErrors() {}

  /** What to do about an exception that is one of a class declared twice. */
  static Optional<String> hint(Throwable thrown) {
    String message = thrown instanceof ClassCastException ? thrown.getMessage() : null;
    Matcher cast = message == null ? null : CAST.matcher(message);
    return cast != null && cast.matches() && cast.group(1).equals(cast.group(2))
        ? Optional.of(hint(cast.group(1)))
        : Optional.empty();
  }

  /** What to do about an object of a class that was declared again. */
  static String hint(String type) {
    return type
        + " was declared again since this object was made: run the cell that makes it again";
  }
}
