package firesteel.api.error;

import java.util.List;
import java.util.Objects;

/**
 * An exception reduced to what a user needs.
 *
 * @param root the exception that tells the truth; its frames in user code and its cause chain are
 *     shown
 * @param name what the exception is called, in the place of its class's name; empty for that
 * @param message what happened; replaces the exception's own message
 * @param written the code that the failure is about, where that was not written in the line that
 *     ran it
 * @param hint what to do next, or an empty string
 */
public record ErrorSummary(
    Throwable root, String name, String message, List<Written> written, String hint) {
  /**
   * A line of a cell that wrote what failed later, as an expression of a query.
   *
   * @param what it is called
   * @param source the cell, such as {@code Cell [3]}
   * @param line counted from 1
   */
  public record Written(String what, String source, int line) {}

  public ErrorSummary {
    Objects.requireNonNull(root, "root");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(message, "message");
    written = List.copyOf(written);
    Objects.requireNonNull(hint, "hint");
  }

  /** One of an exception that is called as its class, and is about the line that ran. */
  public ErrorSummary(Throwable root, String message, String hint) {
    this(root, "", message, List.of(), hint);
  }
}
