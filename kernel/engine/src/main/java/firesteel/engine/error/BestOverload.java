package firesteel.engine.error;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Shortens the compiler's list of methods that don't fit to the one that fits best. */
final class BestOverload {
  private static final Pattern FIRST = Pattern.compile("(?m)^\\s*(?:method|constructor) ");

  private BestOverload() {}

  /** Returns the message with one candidate; other messages stay as they are. */
  static String shorten(String message) {
    if (!message.startsWith("no suitable ")) {
      return message;
    }
    List<String> candidates = new ArrayList<>(List.of(FIRST.split(message)));
    String head = candidates.remove(0).stripTrailing();
    if (candidates.size() < 3) {
      return message;
    }
    String nearest =
        candidates.stream().min(Comparator.comparingInt(BestOverload::distance)).orElseThrow();
    return head + "\n    the nearest of " + candidates.size() + ": " + nearest.strip();
  }

  /**
   * Returns how badly a candidate fits: those with another number of arguments, or for Scala's
   * collections, fit worst.
   */
  private static int distance(String candidate) {
    int distance = 0;
    if (candidate.contains("argument lists differ in length")) {
      distance += 4;
    }
    if (candidate.contains("scala.")) {
      distance += 8;
    }
    if (candidate.contains("cannot infer")) {
      distance += 1;
    }
    if (NARROW.matcher(candidate).find()) {
      distance -= 2; // The same kind of type: only its elements differ.
    }
    return distance;
  }

  private static final Pattern NARROW =
      Pattern.compile(
          "mismatch; ([\\w.]+)<.*> cannot be converted to \\1<"
              + "|varargs mismatch; [\\w.]+<([\\w.$]+)> cannot be converted to \\2\\b");
}
