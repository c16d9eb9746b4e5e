package firesteel.notebook;

import java.io.IOException;

/**
 * Thrown when a notebook's file can't be read or written; the message says what is wrong and what
 * to do.
 */
public final class NotebookException extends IOException {
  private static final long serialVersionUID = 1L;

  NotebookException(String message) {
    super(message);
  }

  /** Creates an exception with the message for the user. */
  public NotebookException(String message, Throwable cause) {
    super(message, cause);
  }
}
