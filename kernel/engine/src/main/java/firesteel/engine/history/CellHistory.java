package firesteel.engine.history;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The cells of this session and of earlier ones. Thread-safe. */
public final class CellHistory implements AutoCloseable {
  /**
   * Opens a history.
   *
   * @param file kept between sessions and shared with other kernels that run; empty for one that
   *     ends with the session
   */
  public CellHistory(Optional<Path> file) {}

  /** Adds a cell of this session. */
  public void add(int line, String input, Optional<String> output) {}

  /** The last n cells, oldest first, of all sessions. */
  public List<HistoryEntry> tail(int n) {
    throw new UnsupportedOperationException();
  }

  /**
   * Cells of one session.
   *
   * @param session its number; 0 is this one, -1 the one before it
   * @param start the first line
   * @param stop the line after the last
   */
  public List<HistoryEntry> range(int session, int start, int stop) {
    throw new UnsupportedOperationException();
  }

  /**
   * Cells whose text matches a glob pattern ({@code *} and {@code ?}), the last n of them, oldest
   * first.
   *
   * @param unique whether equal texts count once (the newest stays)
   */
  public List<HistoryEntry> search(String pattern, int n, boolean unique) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}
}
