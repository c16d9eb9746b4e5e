package firesteel.api.error;

import java.util.List;
import java.util.Objects;

/**
 * An exception reduced to the parts that a user needs.
 *
 * @param root the exception that is the real cause; its frames in user code and its cause chain are
 *     shown
 * @param name the name to show for the exception; empty for the name of its class
 * @param message what happened; replaces the exception's own message
 * @param written the code that caused the failure, when it stands elsewhere than the line that ran
 *     it
 * @param hint what to do next, or an empty string
 */
public record ErrorSummary(
    Throwable root, String name, String message, List<Written> written, String hint) {
  /**
   * A line of a cell that wrote code which failed later, such as an expression of a query.
   *
   * @param what the name of that code
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

  /** Creates a summary with the name of the exception's class and the line that ran. */
  public ErrorSummary(Throwable root, String message, String hint) {
    this(root, "", message, List.of(), hint);
  }
}
