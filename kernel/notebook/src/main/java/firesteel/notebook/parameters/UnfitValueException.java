package firesteel.notebook.parameters;

/** Thrown when a value doesn't fit a type; the message says what would fit. */
final class UnfitValueException extends Exception {
  private static final long serialVersionUID = 1L;

  UnfitValueException(String wanted) {
    super(wanted);
  }
}
