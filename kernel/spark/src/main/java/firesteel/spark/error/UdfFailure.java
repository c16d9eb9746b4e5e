package firesteel.spark.error;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names the user-defined function that failed according to Spark's message. */
final class UdfFailure {
  /** Matches {@code (`half (ToScalaUDF$$$Lambda$3768/0x00007fe8c904d5e8)`: (bigint) => bigint)}. */
  private static final Pattern FUNCTION =
      Pattern.compile(
          "\\[FAILED_EXECUTE_UDF\\] User defined function \\(`(.*?)`: (\\([^\\n]*?\\) => [^\\n]*?)\\)"
              + " failed due to");

  private static final Pattern CLASS = Pattern.compile("\\s*\\(?[\\w.$]*\\$[\\w.$/]*\\)?$");

  private UdfFailure() {}

  /** Returns one line that names the function; empty when the message is not about a function. */
  static Optional<String> describe(String message) {
    Matcher function = FUNCTION.matcher(message);
    if (!function.find()) {
      return Optional.empty();
    }
    String name = CLASS.matcher(function.group(1)).replaceAll("");
    return Optional.of("in the UDF " + (name.isEmpty() ? "" : name + " ") + function.group(2));
  }
}
