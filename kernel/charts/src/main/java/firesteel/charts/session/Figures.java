package firesteel.charts.session;

import firesteel.api.display.MimeBundle;
import firesteel.charts.Figure;
import firesteel.charts.FigureBundle;
import firesteel.charts.PlainJson;
import firesteel.charts.jsplot.JsplotFigures;
import firesteel.charts.plot.Plot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tech.tablesaw.plotly.components.Page;

/** Converts values that are charts to figures. */
public final class Figures {
  private Figures() {}

  /** Returns the figure in a bundle; empty when there is none. */
  public static Optional<Figure> ofBundle(MimeBundle bundle) {
    if (!(bundle.data().get(FigureBundle.PLOTLY) instanceof Map<?, ?> json)) {
      return Optional.empty();
    }
    return Optional.of(
        new Figure(maps(json.get("data")), PlainJson.ofMap(map(json)), maps(json.get("frames"))));
  }

  private static Map<?, ?> map(Map<?, ?> figure) {
    return figure.get("layout") instanceof Map<?, ?> layout ? layout : Map.of();
  }

  private static List<Map<String, Object>> maps(Object list) {
    List<Map<String, Object>> maps = new ArrayList<>();
    for (Object item : list instanceof List<?> items ? items : List.of()) {
      maps.add(item instanceof Map<?, ?> map ? PlainJson.ofMap(map) : Map.of());
    }
    return maps;
  }

  /**
   * Returns the figure of a chart.
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
