package firesteel.app;

import firesteel.notebook.NotebookCell;
import firesteel.notebook.RunListener;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;

/**
 * Prints a line for each cell: its place, its first line, and its time once it has run. Where a log
 * has lines of others in between, the place is repeated before the time.
 */
final class RunProgress implements RunListener {
  private static final int MAX_LENGTH = 60;

  private final PrintStream out;
  private final int total;
  private final boolean between;
  private boolean open;

  /**
   * Creates the progress of one run.
   *
   * @param total the number of cells
   * @param between whether the cells' outputs are printed too, between its lines
   */
  RunProgress(PrintStream out, int total, boolean between) {
    this.out = Objects.requireNonNull(out, "out");
    this.total = total;
    this.between = between;
  }

  @Override
  public synchronized void cellStarted(int place, NotebookCell cell) {
    out.print(number(place) + firstLine(cell));
    open = true;
    if (between) {
      endLine();
    }
    out.flush();
  }

  @Override
  public synchronized void cellEnded(int place, NotebookCell cell, Duration took, boolean ok) {
    out.print(open ? "  " : number(place));
    out.println((ok ? "" : "failed after ") + time(took));
    open = false;
  }

  /** Prints a line of its own. */
  synchronized void println(String line) {
    if (open) {
      endLine();
    }
    out.println(line);
  }

  private void endLine() {
    out.println();
    open = false;
  }

  private String number(int place) {
    return "[" + place + "/" + total + "] ";
  }

  private static String firstLine(NotebookCell cell) {
    String line = cell.source().strip().lines().findFirst().orElse("").stripTrailing();
    return line.length() <= MAX_LENGTH ? line : line.substring(0, MAX_LENGTH - 3) + "...";
  }

  private static String time(Duration took) {
    double seconds = took.toNanos() / 1e9;
    return String.format(Locale.ROOT, "%.1f s", seconds);
  }
}
