package firesteel.charts;

import firesteel.charts.plot.Plot;
import firesteel.engine.Session;
import firesteel.engine.SessionExtension;

/** Shows figures in a session. */
public final class ChartsExtension implements SessionExtension {
  @Override
  public void attach(Session session) {
    session.displays().register(Figure.class, FigureBundle::of);
    session.displays().register(Plot.class, plot -> FigureBundle.of(plot.figure()));
  }
}
