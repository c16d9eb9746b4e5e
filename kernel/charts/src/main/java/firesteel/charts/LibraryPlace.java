package firesteel.charts;

import firesteel.api.display.MimeBundle;
import firesteel.api.session.RunningCell;
import java.lang.ref.SoftReference;
import java.util.Optional;

/**
 * Decides which output of the notebook holds the library that draws the charts of the HTML forms:
 * one does, and when it is replaced, cleared or deleted, the next chart includes the library again.
 * Thread-safe.
 */
public final class LibraryPlace {
  /** A chart that was shown without the library after the library was lost in the same run. */
  private record Shown(String displayId, MimeBundle bundle) {}

  private SoftReference<String> library = new SoftReference<>(null);

  /** The notebook's cell that holds the library; null for none. */
  private String holder;

  /** The display that holds the library; null for a cell's value. */
  private String displayId;

  /**
   * The run in which the library was lost; that run's later charts come without it, and the last
   * one gets it at the end.
   */
  private String lostIn;

  private Shown last;

  public synchronized void started(RunningCell cell) {
    if (holder != null
        && (holder.equals(name(cell)) || cell.cell().deletedCells().contains(holder))) {
      forget();
    }
  }

  /** Returns a cell's display or value with the library, if it needs it. */
  public synchronized MimeBundle showing(RunningCell cell, MimeBundle bundle, Optional<String> id) {
    if (!lacksLibrary(cell, bundle) || holder != null) {
      return bundle;
    }
    if (cell.id().equals(lostIn) && id.isPresent()) {
      last = new Shown(id.get(), bundle);
      return bundle;
    }
    return hold(cell, bundle, id.orElse(null));
  }

  /** Returns what replaces a display, with the library if it needs it. */
  public synchronized MimeBundle replacing(RunningCell cell, MimeBundle bundle, String id) {
    if (id.equals(displayId)) {
      lose(cell);
    }
    if (last != null && last.displayId().equals(id)) {
      last = null;
    }
    return showing(cell, bundle, Optional.of(id));
  }

  /** Notes that a cell's outputs are cleared. */
  public synchronized void clearing(RunningCell cell) {
    if (name(cell).equals(holder)) {
      lose(cell);
    }
    last = null;
  }

  /** Ends a run: a library that was lost in it is added to its last chart. */
  public void finished(RunningCell cell) {
    Shown chart;
    synchronized (this) {
      chart = cell.id().equals(lostIn) ? last : null;
      if (cell.id().equals(lostIn)) {
        lostIn = null;
        last = null;
      }
    }
    if (chart != null) {
      cell.outputs().update(chart.displayId(), chart.bundle());
    }
  }

  private boolean lacksLibrary(RunningCell cell, MimeBundle bundle) {
    Object html = bundle.data().get(MimeBundle.HTML);
    // The notebook doesn't keep the outputs of runs without a number.
    return cell.number() > 0 && ChartHtml.isChart(html) && !ChartHtml.hasLibrary((String) html);
  }

  private MimeBundle hold(RunningCell cell, MimeBundle bundle, String id) {
    holder = name(cell);
    displayId = id;
    lostIn = null;
    last = null;
    return bundle.with(MimeBundle.HTML, bundle.data().get(MimeBundle.HTML) + library());
  }

  private String library() {
    String made = library.get();
    if (made == null) {
      made = ChartHtml.library();
      library = new SoftReference<>(made);
    }
    return made;
  }

  private void lose(RunningCell cell) {
    forget();
    lostIn = cell.id();
  }

  private void forget() {
    holder = null;
    displayId = null;
    lostIn = null;
    last = null;
  }

  /**
   * Returns the cell's name. For a frontend that doesn't name its cells the same text is the same
   * cell.
   */
  private static String name(RunningCell cell) {
    return cell.cell().notebookCell().orElseGet(cell::code);
  }
}
