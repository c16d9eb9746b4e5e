package firesteel.api.history;

import java.util.List;

/**
 * The cells of this session and of earlier ones, in the order in which they ran.
 *
 * <p>Thread-safe. The file is read on the first query, so that a kernel's start and its cells don't
 * wait for a long history. A file that can't be read or written is logged once; the cells of this
 * session are then kept in memory.
 */
public interface CellHistory {
  /** Returns the last n cells of all sessions, oldest first. */
  List<HistoryEntry> tail(int n);

  /**
   * Returns the cells of one session.
   *
   * @param session its number; 0 is this one, -1 the one before it
   * @param start the first line
   * @param stop the line after the last
   */
  List<HistoryEntry> range(int session, int start, int stop);

  /**
   * Returns the last n cells whose text matches a glob pattern ({@code *} and {@code ?}), oldest
   * first.
   *
   * @param unique whether equal texts count once (the newest stays)
   */
  List<HistoryEntry> search(String pattern, int n, boolean unique);
}
