package firesteel.api.session;

import java.io.IOException;

/** A cell asked for input where nobody can answer. */
public final class InputRefusedException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Says what to do instead. */
  public InputRefusedException() {
    super(
        "this frontend does not take input for this cell;"
            + " put the value into a variable instead of reading it from System.in");
  }
}
