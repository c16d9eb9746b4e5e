package firesteel.spark.distribution;

import java.io.IOException;

/** Why a Spark distribution can't be had or used; the message is for the user. */
public final class DistributionException extends IOException {
  private static final long serialVersionUID = 1L;

  /** What happened and what to do next, in one or a few lines. */
  public DistributionException(String message) {
    super(message);
  }

  /** The same with the exception that led to it. */
  public DistributionException(String message, Throwable cause) {
    super(message, cause);
  }
}
