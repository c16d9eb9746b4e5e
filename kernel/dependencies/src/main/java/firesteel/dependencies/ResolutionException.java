package firesteel.dependencies;

import java.util.OptionalInt;

/** What kept a request from being resolved, in the user's terms. */
public final class ResolutionException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int line;

  /**
   * Makes an error.
   *
   * @param message what happened and what to do next; holds no credentials
   */
  public ResolutionException(String message, Throwable cause) {
    this(message, 0, cause);
  }

  /** Makes an error of a line of a POM, counted from 1. */
  public ResolutionException(String message, int line, Throwable cause) {
    super(message, cause);
    this.line = line;
  }

  /** The line of the POM that is at fault. */
  public OptionalInt line() {
    return line > 0 ? OptionalInt.of(line) : OptionalInt.empty();
  }
}
