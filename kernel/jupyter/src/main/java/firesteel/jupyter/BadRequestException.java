package firesteel.jupyter;

/** A request lacks what its type needs; the message says what. */
final class BadRequestException extends Exception {
  private static final long serialVersionUID = 1L;

  BadRequestException(String message) {
    super(message);
  }
}
