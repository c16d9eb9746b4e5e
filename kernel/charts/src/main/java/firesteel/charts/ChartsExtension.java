package firesteel.charts;

import firesteel.charts.jsplot.JsplotFigures;
import firesteel.charts.plot.Plot;
import firesteel.engine.RunningCell;
import firesteel.engine.Session;
import firesteel.engine.SessionExtension;
import firesteel.engine.display.Displays;
import firesteel.engine.display.MimeBundle;
import java.util.Optional;
import tech.tablesaw.plotly.components.Page;

/** Shows figures in a session: Plotly's and jsplot's. */
public final class ChartsExtension implements SessionExtension {
  private final LibraryPlace library = new LibraryPlace();

  @Override
  public void attach(Session session) {
    Displays displays = session.displays();
    // By name: none of these types is loaded before the first chart.
    displays.register("firesteel.charts.Figure", () -> figure -> FigureBundle.of((Figure) figure));
    displays.register(
        "firesteel.charts.plot.Plot", () -> plot -> FigureBundle.of(((Plot) plot).figure()));
    displays.register(
        "tech.tablesaw.plotly.components.Figure",
        () ->
            figure ->
                FigureBundle.of(
                    JsplotFigures.read((tech.tablesaw.plotly.components.Figure) figure)));
    displays.register(
        "tech.tablesaw.plotly.components.Page",
        () -> page -> FigureBundle.of(JsplotFigures.read((Page) page)));
  }

  @Override
  public void cellStarted(RunningCell cell) {
    library.started(cell);
  }

  @Override
  public MimeBundle showing(RunningCell cell, MimeBundle bundle, Optional<String> displayId) {
    return library.showing(cell, bundle, displayId);
  }

  @Override
  public MimeBundle replacing(RunningCell cell, MimeBundle bundle, String displayId) {
    return library.replacing(cell, bundle, displayId);
  }

  @Override
  public void clearing(RunningCell cell) {
    library.clearing(cell);
  }

  @Override
  public void cellFinished(RunningCell cell) {
    library.finished(cell);
  }
}
