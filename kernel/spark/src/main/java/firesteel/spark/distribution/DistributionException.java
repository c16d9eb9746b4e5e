package firesteel.spark.distribution;

import java.io.IOException;

/** Thrown when a Spark distribution can't be fetched or used; the message is for the user. */
public final class DistributionException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates an error whose message says what happened and what to do next, in one or a few lines.
   */
  public DistributionException(String message) {
    super(message);
  }

  /** Creates the same with a cause. */
  public DistributionException(String message, Throwable cause) {
    super(message, cause);
  }
}
