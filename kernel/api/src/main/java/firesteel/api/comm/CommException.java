package firesteel.api.comm;

/** A comm message could not be delivered to user code; the message is fit for the user's eyes. */
public final class CommException extends Exception {
  private static final long serialVersionUID = 1L;

  CommException(String message) {
    super(message);
  }

  CommException(String message, Throwable cause) {
    super(message + ": " + cause, cause);
  }
}
