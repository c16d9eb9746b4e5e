package firesteel.spark.encoder;

/** Thrown when a class can't be a row, or not without loss. */
public final class EncoderRefusedException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String advice;

  EncoderRefusedException(String message, String advice) {
    super(message);
    this.advice = advice;
  }

  /** Returns what to write instead. */
  public String advice() {
    return advice;
  }
}
