package firesteel.charts.plot;

import java.util.List;
import java.util.Map;

/** Draws the rows of a chart of some kind. */
interface Traces {
  /** Returns the traces for a chart's kind. */
  static Traces of(PlotOptions options, ChartData data) {
    return switch (options.kind) {
      case BAR, LINE, SCATTER, BUBBLE -> new PointTraces(options, data);
      case HISTOGRAM, BOX, VIOLIN -> new DistributionTraces(options, data);
      case HEATMAP -> new HeatmapTraces(options, data);
      case PIE -> new PieTraces(options, data);
      case SUNBURST, TREEMAP -> new HierarchyTraces(options, data);
      case CHOROPLETH -> new ChoroplethTraces(options, data);
    };
  }

  /** Whether each value of the colour column is a series of its own. */
  boolean splitsByColor();

  /** Returns one trace of Plotly. */
  Map<String, Object> trace(TraceRows part);

  /**
   * Adds the parts of the layout that belong to the kind: axes, colour scales.
   *
   * @param fixed whether ranges must hold for all rows: for frames, which don't move the axes
   */
  void addTo(Map<String, Object> layout, List<Panel> panels, boolean fixed);

  /** Whether a frame needs the whole plot redrawn, because plotly.js can't animate it. */
  boolean redraws();

  /** Returns remarks for below the chart; empty for most kinds. */
  default List<String> remarks() {
    return List.of();
  }
}
