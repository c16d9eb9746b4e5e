package firesteel.spark.settings;

/** Thrown when Spark can't be used; the message says why and what to do next. */
public final class SparkStartException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates an error.
   *
   * @param message what happened and what to do next
   * @param cause what Spark threw; null when nothing was thrown
   */
  public SparkStartException(String message, Throwable cause) {
    super(message, cause);
  }
}
