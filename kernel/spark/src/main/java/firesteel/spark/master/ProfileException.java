package firesteel.spark.master;

/** A profile can't be used; the message says where and what to do. */
public final class ProfileException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** Makes an error. */
  public ProfileException(String message) {
    super(message);
  }

  /** Makes an error with what led to it. */
  public ProfileException(String message, Throwable cause) {
    super(message, cause);
  }
}
