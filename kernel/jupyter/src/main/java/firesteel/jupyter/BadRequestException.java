package firesteel.jupyter;

/** Thrown when a request lacks a field that its type needs; the message names it. */
final class BadRequestException extends Exception {
  private static final long serialVersionUID = 1L;

  BadRequestException(String message) {
    super(message);
  }
}
