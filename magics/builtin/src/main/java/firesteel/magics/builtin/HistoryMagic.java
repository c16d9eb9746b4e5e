package firesteel.magics.builtin;

import firesteel.api.error.MagicException;
import firesteel.api.history.CellHistory;
import firesteel.api.history.HistoryEntry;
import firesteel.api.history.HistoryRange;
import firesteel.api.magic.LineMagic;
import firesteel.api.magic.MagicContext;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Implements {@code %history}, which prints earlier cells. */
@Command(
    name = "history",
    aliases = "hist",
    description = {
      "Prints the cells of this session, or of earlier ones.",
      "",
      "Ranges: 3 (a cell), 2-5 (cells 2 to 5), ~1/2-5 (of the session before this one),"
          + " ~2/ (all of the one before that)."
    })
public final class HistoryMagic implements LineMagic {
  private static final int MAX_RESULTS = 1000;

  @Option(
      names = {"-n", "--numbers"},
      description = "Prints the cells' numbers too.")
  private boolean numbers;

  @Option(
      names = {"-o", "--output"},
      description = "Prints the cells' values too.")
  private boolean withOutput;

  @Option(
      names = {"-l", "--last"},
      paramLabel = "N",
      description = "Prints the last N cells of all sessions.")
  private Integer last;

  @Option(
      names = {"-g", "--grep"},
      paramLabel = "PATTERN",
      description =
          "Prints the cells of all sessions that contain a text; * and ? stand for any characters.")
  private String pattern;

  @Option(
      names = {"-u", "--unique"},
      description = "Prints equal cells that -g finds only once.")
  private boolean unique;

  @Parameters(
      arity = "0..*",
      paramLabel = "RANGE",
      description = "The cells to print; by default all of this session.")
  private List<String> ranges = new ArrayList<>();

  @Override
  public Object runLine(MagicContext context) throws Exception {
    List<HistoryEntry> entries = find(context.session().history());
    if (entries.isEmpty()) {
      context.println("No such cells in the history.");
    }
    int current = currentSession(context.session().history());
    for (HistoryEntry entry : entries) {
      context.println(numbers ? label(entry, current) + entry.input() : entry.input());
      if (withOutput && entry.output() != null) {
        context.println(" --> " + entry.output());
      }
    }
    return null;
  }

  private List<HistoryEntry> find(CellHistory history) throws MagicException {
    if (last != null && last < 0) {
      throw new MagicException("-l needs a number of cells that is not negative");
    }
    if (pattern != null) {
      int most = last == null ? MAX_RESULTS : last;
      return history.search("*" + pattern + "*", most, unique);
    }
    if (last != null) {
      return history.tail(last);
    }
    if (ranges.isEmpty()) {
      return HistoryRange.ALL.in(history);
    }
    List<HistoryEntry> entries = new ArrayList<>();
    for (String range : ranges) {
      entries.addAll(range(range, history));
    }
    return entries;
  }

  private static List<HistoryEntry> range(String text, CellHistory history) throws MagicException {
    try {
      return HistoryRange.of(text).in(history);
    } catch (IllegalArgumentException e) {
      throw new MagicException(e.getMessage(), e);
    }
  }

  /** Returns the number of this session, or -1 while it has no cells. */
  private static int currentSession(CellHistory history) {
    List<HistoryEntry> own = HistoryRange.ALL.in(history);
    return own.isEmpty() ? -1 : own.get(0).session();
  }

  private static String label(HistoryEntry entry, int current) {
    return (entry.session() == current ? "" : entry.session() + "/") + entry.line() + ": ";
  }
}
