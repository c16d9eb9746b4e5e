package firesteel.api.history;

import java.util.List;

/**
 * The cells of this session and of earlier ones, in the order in which they ran.
 *
 * <p>Thread-safe. Nothing is read before somebody asks for it, so that a kernel's start and its
 * cells do not wait for a long history. A file that can't be read or written is logged once; the
 * cells of this session are then kept in memory.
 */
public interface CellHistory {
  /** The last n cells, oldest first, of all sessions. */
  List<HistoryEntry> tail(int n);

  /**
   * Cells of one session.
   *
   * @param session its number; 0 is this one, -1 the one before it
   * @param start the first line
   * @param stop the line after the last
   */
  List<HistoryEntry> range(int session, int start, int stop);

  /**
   * Cells whose text matches a glob pattern ({@code *} and {@code ?}), the last n of them, oldest
   * first.
   *
   * @param unique whether equal texts count once (the newest stays)
   */
  List<HistoryEntry> search(String pattern, int n, boolean unique);
}
