package firesteel.spark.cluster;

import java.io.IOException;

/** Why a cluster can't be started, found or stopped; the message is for the user. */
public final class ClusterException extends IOException {
  private static final long serialVersionUID = 1L;

  /** What happened, where, and what to do next, in one or a few lines. */
  public ClusterException(String message) {
    super(message);
  }

  /** The same with the exception that led to it. */
  public ClusterException(String message, Throwable cause) {
    super(message, cause);
  }
}
