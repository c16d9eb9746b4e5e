package firesteel.charts;

import firesteel.charts.jsplot.JsplotFigures;
import firesteel.charts.plot.Plot;
import tech.tablesaw.plotly.components.Page;

/** Values that are charts, as figures. */
public final class Figures {
  private Figures() {}

  /**
   * The figure of a chart.
   *
   * @param chart a {@link Figure}, a {@link Plot}, or a figure or page of jsplot
   * @throws IllegalArgumentException when it is anything else
   * @throws Exception what reading the plot's data threw
   */
  public static Figure of(Object chart) throws Exception {
    if (chart instanceof Figure figure) {
      return figure;
    }
    if (chart instanceof Plot plot) {
      return plot.figure();
    }
    if (chart instanceof tech.tablesaw.plotly.components.Figure figure) {
      return JsplotFigures.read(figure);
    }
    if (chart instanceof Page page) {
      return JsplotFigures.read(page);
    }
    throw new IllegalArgumentException(
        "a chart is needed (a Plot, a Figure, or a figure of jsplot), but this is "
            + (chart == null ? "null" : "a " + chart.getClass().getName()));
  }
}
