package firesteel.engine.history;

import firesteel.api.file.Glob;
import firesteel.api.history.CellHistory;
import firesteel.api.history.HistoryEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.slf4j.LoggerFactory;

/**
 * Keeps the cells of this session and of earlier ones, in the order in which they ran.
 *
 * <p>Thread-safe. The file is read on the first query, so that a kernel's start and its cells don't
 * wait for a long history. A file that can't be read or written is logged once; the cells of this
 * session are then kept in memory.
 */
public final class StoredHistory implements CellHistory, AutoCloseable {
  /** The length at which outputs are cut: the history is for looking up, not for keeping data. */
  private static final int MAX_OUTPUT = 10_000;

  /** Longer cells stay in memory only, since every kernel would have to read them again. */
  private static final int MAX_INPUT = 1_000_000;

  private final Optional<HistoryFile> file;
  private final String session = UUID.randomUUID().toString();
  private final List<HistoryRecord> own = new ArrayList<>();
  private final List<HistoryRecord> others = new ArrayList<>();

  /** Session numbers by id, in the order of the sessions' first cells in the file. */
  private final Map<String, Integer> numbers = new LinkedHashMap<>();

  private boolean complained;

  /**
   * Opens a history.
   *
   * @param file the file, which is kept between sessions and shared with other kernels; empty for a
   *     history that ends with the session
   */
  public StoredHistory(Optional<Path> file) {
    this.file = file.map(HistoryFile::new);
  }

  /**
   * Adds a cell of this session.
   *
   * @param line the cell's execution count
   * @param input the cell's text; of more than a million characters it is not kept for later
   *     sessions
   * @param output the plain text of its value; what is beyond 10,000 characters is cut off
   */
  public void add(int line, String input, Optional<String> output) {
    add(line, input, output.map(this::cut).orElse(null), false);
  }

  /** Adds a cell of this session that ended with an error; else like {@link #add}. */
  public void addFailed(int line, String input) {
    add(line, input, null, true);
  }

  private synchronized void add(int line, String input, String output, boolean failed) {
    HistoryRecord record =
        new HistoryRecord(session, System.currentTimeMillis(), line, input, output, failed);
    own.add(record);
    if (file.isPresent() && input.length() <= MAX_INPUT) {
      try {
        file.get().append(record);
      } catch (IOException | RuntimeException e) {
        logFailure("written", e);
      }
    }
  }

  private String cut(String output) {
    return output.length() <= MAX_OUTPUT ? output : output.substring(0, MAX_OUTPUT) + "\u2026";
  }

  @Override
  public synchronized List<HistoryEntry> tail(int n) {
    return entries(last(all(), n, record -> true));
  }

  @Override
  public synchronized List<HistoryEntry> range(int session, int start, int stop) {
    List<HistoryRecord> all = all();
    int wanted = session > 0 ? session : number(this.session) + session;
    return entries(
        all.stream()
            .filter(
                record ->
                    number(record.session()) == wanted
                        && record.line() >= start
                        && record.line() < stop)
            .toList());
  }

  @Override
  public synchronized List<HistoryEntry> search(String pattern, int n, boolean unique) {
    Set<String> seen = new HashSet<>();
    return entries(
        last(
            all(),
            n,
            record ->
                Glob.matches(pattern, record.input()) && (!unique || seen.add(record.input()))));
  }

  /** Does nothing: no file is kept open between cells. */
  @Override
  public void close() {}

  /** Returns the last n records that match, oldest first; searches from the newest on. */
  private static List<HistoryRecord> last(
      List<HistoryRecord> records, int n, Predicate<HistoryRecord> matches) {
    List<HistoryRecord> found = new ArrayList<>();
    for (int i = records.size() - 1; i >= 0 && found.size() < n; i--) {
      if (matches.test(records.get(i))) {
        found.add(records.get(i));
      }
    }
    Collections.reverse(found);
    return found;
  }

  private List<HistoryRecord> all() {
    readNewRecords();
    List<HistoryRecord> all = new ArrayList<>(others);
    all.addAll(own);
    all.sort(Comparator.comparingLong(HistoryRecord::time));
    return all;
  }

  private void readNewRecords() {
    if (file.isEmpty()) {
      return;
    }
    try {
      if (file.get().startsAnew()) {
        others.clear();
        numbers.clear();
      }
      for (HistoryRecord record : file.get().readNew()) {
        numbers.computeIfAbsent(record.session(), id -> numbers.size() + 1);
        if (!record.session().equals(session)) {
          others.add(record);
        }
      }
    } catch (IOException | RuntimeException e) {
      logFailure("read", e);
    }
  }

  /**
   * Returns a session's number; this session is the newest until one of its cells is in the file.
   */
  private int number(String id) {
    return numbers.getOrDefault(id, numbers.size() + 1);
  }

  private List<HistoryEntry> entries(List<HistoryRecord> records) {
    return records.stream()
        .map(
            record ->
                new HistoryEntry(
                    number(record.session()),
                    record.line(),
                    record.input(),
                    record.output(),
                    record.failed()))
        .toList();
  }

  private void logFailure(String what, Exception e) {
    if (!complained) {
      complained = true;
      LoggerFactory.getLogger(StoredHistory.class)
          .warn(
              "The history {} can't be {}: {}. This session's cells are kept in memory only.",
              file.get().path(),
              what,
              e.toString());
    }
  }
}
