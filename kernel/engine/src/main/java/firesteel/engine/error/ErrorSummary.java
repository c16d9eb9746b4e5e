package firesteel.engine.error;

import java.util.Objects;

/**
 * An exception reduced to what a user needs.
 *
 * @param root the exception that tells the truth; its frames in user code and its cause chain are
 *     shown
 * @param message what happened; replaces the exception's own message
 * @param hint what to do next, or an empty string
 */
public record ErrorSummary(Throwable root, String message, String hint) {
  public ErrorSummary {
    Objects.requireNonNull(root, "root");
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(hint, "hint");
  }
}
