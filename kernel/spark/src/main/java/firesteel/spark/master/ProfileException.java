package firesteel.spark.master;

/** Thrown when a profile can't be used; the message says where the problem is and what to do. */
public final class ProfileException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** Creates an error. */
  public ProfileException(String message) {
    super(message);
  }

  /** Creates an error with its cause. */
  public ProfileException(String message, Throwable cause) {
    super(message, cause);
  }
}
