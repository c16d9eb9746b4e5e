package firesteel.dependencies;

import java.util.OptionalInt;

/** Thrown when a request can't be resolved; the message is for the user. */
public final class ResolutionException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int line;

  /**
   * Creates an error.
   *
   * @param message what happened and what to do next; holds no credentials
   */
  public ResolutionException(String message, Throwable cause) {
    this(message, 0, cause);
  }

  /** Creates an error at a line of a POM, counted from 1. */
  public ResolutionException(String message, int line, Throwable cause) {
    super(message, cause);
    this.line = line;
  }

  /** Returns the line of the POM that caused it. */
  public OptionalInt line() {
    return line > 0 ? OptionalInt.of(line) : OptionalInt.empty();
  }
}
