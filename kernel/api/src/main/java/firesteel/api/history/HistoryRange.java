package firesteel.api.history;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cells as users name them: {@code 3}, {@code 2-5}, {@code ~1/2-5} (of the session before this
 * one), {@code ~2/} (all of the one before that).
 *
 * @param session 0 for this session, -1 for the one before it
 * @param first the first cell
 * @param last the last cell
 */
public record HistoryRange(int session, int first, int last) {
  /** The cells of this session. */
  public static final HistoryRange ALL = new HistoryRange(0, 1, Integer.MAX_VALUE - 1);

  private static final Pattern RANGE =
      Pattern.compile("(?:~(?<session>\\d{1,6})/)?(?:(?<from>\\d{1,9})(?:-(?<to>\\d{1,9}))?)?");

  /**
   * Parses a range.
   *
   * @throws IllegalArgumentException when the text is not a range; the message is for the user
   */
  public static HistoryRange of(String text) {
    Matcher range = RANGE.matcher(text);
    if (!range.matches() || text.isEmpty()) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is no range of cells such as 3, 2-5, ~1/2-5 or ~1/");
    }
    int session = range.group("session") == null ? 0 : -Integer.parseInt(range.group("session"));
    if (range.group("from") == null) {
      return new HistoryRange(session, ALL.first, ALL.last);
    }
    int from = Integer.parseInt(range.group("from"));
    int to = range.group("to") == null ? from : Integer.parseInt(range.group("to"));
    return new HistoryRange(session, from, to);
  }

  /** Returns whether the range is of this session and includes a cell. */
  public boolean includes(int cell) {
    return session == 0 && first <= cell && cell <= last;
  }

  /** Returns those cells of the range that exist. */
  public List<HistoryEntry> in(CellHistory history) {
    return history.range(session, first, last + 1);
  }
}
