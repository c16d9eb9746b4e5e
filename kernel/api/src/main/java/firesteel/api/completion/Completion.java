package firesteel.api.completion;

import java.util.List;

/**
 * What may stand at the cursor.
 *
 * @param start where the text that a match replaces starts, UTF-16 units
 * @param end where it ends, exclusive
 * @param matches best first; may be empty
 */
public record Completion(int start, int end, List<Match> matches) {
  /**
   * One proposal.
   *
   * @param text replaces the text from start to end
   * @param type what it is: {@code function}, {@code class}, {@code instance}, {@code keyword},
   *     {@code module} (a package), {@code property}, {@code magic}, {@code path}, ...
   * @param signature for functions the parameters and the result, such as {@code (String name) :
   *     Column}; else the type, or an empty string
   */
  public record Match(String text, String type, String signature) {}

  public Completion {
    matches = List.copyOf(matches);
  }

  /** The same in a text that has this many more characters in front. */
  public Completion movedBy(int offset) {
    return new Completion(start + offset, end + offset, matches);
  }

  /** Nothing to propose at a cursor. */
  public static Completion none(int cursor) {
    return new Completion(cursor, cursor, List.of());
  }
}
