package firesteel.save;

import firesteel.api.history.HistoryEntry;
import firesteel.api.history.HistoryRange;
import firesteel.api.magic.MagicContext;
import firesteel.api.session.Origin;
import firesteel.api.session.Session;
import firesteel.source.CellParser;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The cells that go into the file.
 *
 * @param cells in the order in which they ran
 * @param failed the number of cells that were left out because they failed
 */
public record SavedCells(List<SavedCell> cells, int failed) {
  /**
   * Finds the cells to save.
   *
   * @param ranges the wanted ranges
   * @param withFailed whether failed cells are included
   */
  public static SavedCells find(
      MagicContext context, List<HistoryRange> ranges, boolean withFailed) {
    Session session = context.session();
    List<String> magics = session.magics().lineNames();
    CellParser parser = new CellParser(magics::contains);
    List<SavedCell> cells = new ArrayList<>();
    int failed = 0;
    for (HistoryRange range : ranges) {
      for (HistoryEntry entry : range.in(session.history())) {
        if (entry.failed() && !withFailed) {
          failed++;
          continue;
        }
        String name =
            range.session() == 0
                ? Origin.cellName(entry.line())
                : "Cell [" + entry.session() + "/" + entry.line() + "]";
        SavedCell.of(name, entry.input(), entry.output() != null, parser).ifPresent(cells::add);
      }
      // The cell that saves is not in the history yet; the code above the magic has run.
      if (range.includes(context.cell().number())) {
        Origin here = context.origin();
        SavedCell.of(here.source(), above(context), false, parser).ifPresent(cells::add);
      }
    }
    return new SavedCells(cells, failed);
  }

  private static String above(MagicContext context) {
    boolean inCell = context.origin().source().equals(Origin.cellName(context.cell().number()));
    return inCell
        ? context
            .cell()
            .code()
            .lines()
            .limit(context.origin().line() - 1)
            .collect(Collectors.joining("\n"))
        : ""; // In a file that the cell runs.
  }

  /** Returns a number with a noun in its singular or plural: {@code 2 cells}. */
  public static String count(int n, String what) {
    return n + " " + what + (n == 1 ? "" : "s");
  }
}
