package firesteel.spark.cluster;

import java.io.IOException;

/** Thrown when a cluster can't be started, found or stopped; the message is for the user. */
public final class ClusterException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates an error whose message says what happened, where, and what to do next, in one or a few
   * lines.
   */
  public ClusterException(String message) {
    super(message);
  }

  /** Creates the same with a cause. */
  public ClusterException(String message, Throwable cause) {
    super(message, cause);
  }
}
