package firesteel.spark.closure;

import java.io.NotSerializableException;

/**
 * A task reads something of the notebook that can't travel. Thrown before any task runs; Spark
 * treats it like any object that isn't serializable.
 */
public final class VariableRefusedException extends NotSerializableException {
  private static final long serialVersionUID = 1L;

  private final String advice;

  VariableRefusedException(String message, String advice) {
    super(message);
    this.advice = advice;
  }

  /** The scheduler's frames would say nothing to the user; those of what wraps this do. */
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }

  /** What to do about it. */
  public String advice() {
    return advice;
  }
}
