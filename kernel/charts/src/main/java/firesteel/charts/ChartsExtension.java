package firesteel.charts;

import firesteel.engine.RunningCell;
import firesteel.engine.Session;
import firesteel.engine.SessionExtension;
import firesteel.engine.display.Displays;
import firesteel.engine.display.MimeBundle;
import java.util.List;
import java.util.Optional;

/** Shows figures in a session: Plotly's and jsplot's. */
public final class ChartsExtension implements SessionExtension {
  private final LibraryPlace library = new LibraryPlace();

  @Override
  public void attach(Session session) {
    Displays displays = session.displays();
    // By name: none of these types is loaded before the first chart.
    for (String type :
        List.of(
            "firesteel.charts.Figure",
            "firesteel.charts.plot.Plot",
            "tech.tablesaw.plotly.components.Figure",
            "tech.tablesaw.plotly.components.Page")) {
      displays.register(type, () -> chart -> FigureBundle.of(Figures.of(chart)));
    }
  }

  @Override
  public List<String> imports() {
    return List.of("static firesteel.charts.save.ChartFiles.*");
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
