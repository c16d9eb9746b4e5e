package firesteel.engine;

import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps the latest cells by id, for threads that work for them after their end. Thread-safe. */
final class RecentCells {
  private static final int REMEMBERED = 256;

  private final Map<String, ExecutingCell> cells =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ExecutingCell> eldest) {
          return size() > REMEMBERED;
        }
      };

  synchronized void add(ExecutingCell cell) {
    cells.put(cell.id(), cell);
  }

  /** Returns the cell with an id; null when it is unknown or forgotten. */
  synchronized ExecutingCell withId(String id) {
    return cells.get(id);
  }
}
