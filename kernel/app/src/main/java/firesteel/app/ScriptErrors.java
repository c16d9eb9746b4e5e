package firesteel.app;

import firesteel.api.bytecode.ExitRefusedException;
import firesteel.api.session.Session;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Determines the error text and exit status of a failed script, which has no session to lose. */
final class ScriptErrors {
  private static final Pattern CALL =
      Pattern.compile(" {4}at (?:Cell \\[1]|.* \\(call of main\\)), line \\d+| {7}%run \".*");

  private ScriptErrors() {}

  /** Returns the status of the call of {@code System.exit} that ended the script. */
  static OptionalInt status(Session session) {
    Throwable cause = session.lastError().orElse(null);
    while (cause != null && !(cause instanceof ExitRefusedException)) {
      cause = cause.getCause();
    }
    return cause instanceof ExitRefusedException exit
        ? OptionalInt.of(exit.status())
        : OptionalInt.empty();
  }

  /**
   * Returns an error's lines without the frames of the cell that runs the script, which the user
   * didn't write.
   */
  static List<String> withoutCall(List<String> traceback) {
    return traceback.stream().filter(line -> !CALL.matcher(line).matches()).toList();
  }
}
