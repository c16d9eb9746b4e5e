package firesteel.api.error;

/**
 * A magic's error in the user's terms: what happened and what to do next. The user sees the message
 * with the cell and the line of the magic, and no stack frames.
 *
 * <pre>{@code
 * throw new MagicException("there is no file " + name + "; %cd changes the folder");
 * }</pre>
 */
public final class MagicException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an error.
   *
   * @param message what happened and what to do next, in one or a few lines
   */
  public MagicException(String message) {
    super(message);
  }

  /** Makes an error with the exception that led to it, which the user does not see. */
  public MagicException(String message, Throwable cause) {
    super(message, cause);
  }
}
