package firesteel.spark.closure;

import java.io.NotSerializableException;

/**
 * Thrown before any task runs when a task reads a notebook value that can't be sent to it. Spark
 * treats it like any object that isn't serializable.
 */
public final class VariableRefusedException extends NotSerializableException {
  private static final long serialVersionUID = 1L;

  private final String advice;

  VariableRefusedException(String message, String advice) {
    super(message);
    this.advice = advice;
  }

  /**
   * Records no stack trace: the scheduler's frames tell the user nothing; those of the wrapping
   * exception do.
   */
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }

  /** Returns what the user can do about it. */
  public String advice() {
    return advice;
  }
}
