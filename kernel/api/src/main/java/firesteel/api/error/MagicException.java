package firesteel.api.error;

/** A magic's error in the user's terms: what happened and what to do next. */
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
