package firesteel.api.comm;

/** Thrown when a comm message can't be delivered to user code; its text is written for the user. */
public final class CommException extends Exception {
  private static final long serialVersionUID = 1L;

  CommException(String message) {
    super(message);
  }

  CommException(String message, Throwable cause) {
    super(message + ": " + cause, cause);
  }
}
