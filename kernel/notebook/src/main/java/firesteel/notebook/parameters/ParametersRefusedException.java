package firesteel.notebook.parameters;

/**
 * Thrown when the values given for a notebook's parameters can't be used; the message says which,
 * and what the notebook takes.
 */
public final class ParametersRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  ParametersRefusedException(String message) {
    super(message);
  }

  ParametersRefusedException(String message, Throwable cause) {
    super(message, cause);
  }
}
