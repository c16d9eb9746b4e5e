package firesteel.app;

import firesteel.api.bytecode.ExitRefusedException;
import firesteel.api.session.Session;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** What a script that failed says and ends with: there is no session that it could lose. */
final class ScriptErrors {
  private static final Pattern CALL =
      Pattern.compile(" {4}at (?:Cell \\[1]|.* \\(call of main\\)), line \\d+| {7}%run \".*");

  private ScriptErrors() {}

  /** The status of a call of {@code System.exit} that ended the script. */
  static OptionalInt status(Session session) {
    Throwable cause = session.lastError().orElse(null);
    while (cause != null && !(cause instanceof ExitRefusedException)) {
      cause = cause.getCause();
    }
    return cause instanceof ExitRefusedException exit
        ? OptionalInt.of(exit.status())
        : OptionalInt.empty();
  }

  /** An error's lines without the cell that runs the script, which the user hasn't written. */
  static List<String> withoutCall(List<String> traceback) {
    return traceback.stream().filter(line -> !CALL.matcher(line).matches()).toList();
  }
}
