package firesteel.api.completion;

import java.util.List;

/**
 * The proposals for the text at the cursor.
 *
 * @param start start of the text that a match replaces, in UTF-16 units
 * @param end end of that text, exclusive
 * @param matches best first; may be empty
 */
public record Completion(int start, int end, List<Match> matches) {
  /**
   * One proposal.
   *
   * @param text the text that replaces the range from start to end
   * @param type the kind of the proposal: {@code function}, {@code class}, {@code instance}, {@code
   *     keyword}, {@code module} (a package), {@code property}, {@code magic}, {@code path}, ...
   * @param signature for functions the parameters and the result, such as {@code (String name) :
   *     Column}; else the type, or an empty string
   */
  public record Match(String text, String type, String signature) {}

  public Completion {
    matches = List.copyOf(matches);
  }

  /** Returns this completion for a text with this many more characters in front. */
  public Completion movedBy(int offset) {
    return new Completion(start + offset, end + offset, matches);
  }

  /** Returns a completion without proposals. */
  public static Completion none(int cursor) {
    return new Completion(cursor, cursor, List.of());
  }
}
