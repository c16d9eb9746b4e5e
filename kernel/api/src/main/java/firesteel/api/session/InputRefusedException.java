package firesteel.api.session;

import java.io.IOException;

/** Thrown when a cell asks for input and the frontend can't ask the user. */
public final class InputRefusedException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Creates the exception; its message says what to do instead. */
  public InputRefusedException() {
    super(
        "this frontend does not take input for this cell;"
            + " put the value into a variable instead of reading it from System.in");
  }
}
