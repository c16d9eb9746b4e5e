package firesteel.api.chart;

/**
 * A chart in the making: each method changes it and returns it. What the data doesn't have, or the
 * kind of chart can't show, is an {@link IllegalArgumentException} of {@link #figure()} that says
 * what there is. Not thread-safe.
 */
public interface ChartBuilder {
  /** The column along the x axis. */
  ChartBuilder x(String column);

  /** The column, or the columns, along the y axis; several have a colour each. */
  ChartBuilder y(String... columns);

  /** The column that is told by colour. */
  ChartBuilder color(String column);

  /** The number that is a point's area. */
  ChartBuilder size(String column);

  /** What the parts of a pie are called. */
  ChartBuilder names(String column);

  /** The number of a pie's part, of a sunburst's or treemap's, or of a heat map's cell. */
  ChartBuilder values(String column);

  /** The levels of a sunburst or treemap, the whole first; a null ends a row's path. */
  ChartBuilder path(String... columns);

  /** A country's English name, or its ISO 3166 code of two or three letters. */
  ChartBuilder country(String column);

  /** The name in bold beside the pointer; in animations also what a point is known by. */
  ChartBuilder hoverName(String column);

  /** More columns beside the pointer. */
  ChartBuilder hover(String... columns);

  /** One frame a value of the column, with a slider and a button that plays them. */
  ChartBuilder animate(String column);

  /** One small chart a value of the column, all with the same axes. */
  ChartBuilder facet(String column);

  /** The sum of a column's numbers, where several rows fall into one place. */
  ChartBuilder sum(String column);

  /** The mean of a column's numbers. */
  ChartBuilder mean(String column);

  /** The median of a column's numbers. */
  ChartBuilder median(String column);

  /** The smallest of a column's numbers. */
  ChartBuilder min(String column);

  /** The largest of a column's numbers. */
  ChartBuilder max(String column);

  /** How many rows there are. */
  ChartBuilder count();

  /** How many small charts stand in a row. */
  ChartBuilder facetColumns(int columns);

  /** Stacks bars instead of grouping them. */
  ChartBuilder stacked();

  /** Draws from left to right: what is along x stands upright. */
  ChartBuilder horizontal();

  /** About how many bars a histogram has; round limits go first. */
  ChartBuilder bins(int bins);

  /** A logarithmic x axis; it has no place for zero and negative numbers. */
  ChartBuilder logX();

  /** A logarithmic y axis. */
  ChartBuilder logY();

  /** From where to where the x axis goes. */
  ChartBuilder xRange(double from, double to);

  /** From where to where the y axis goes. */
  ChartBuilder yRange(double from, double to);

  /** The title above the chart; may have Plotly's tags, such as {@code <b>} and {@code <br>}. */
  ChartBuilder title(String title);

  /** A line below the title. */
  ChartBuilder subtitle(String subtitle);

  /** The title of the x axis, in place of the column's name. */
  ChartBuilder xTitle(String title);

  /** The title of the y axis, in place of the column's name. */
  ChartBuilder yTitle(String title);

  /** The colours, in the order of the legend, such as {@code "#0072B2"} or {@code "teal"}. */
  ChartBuilder colors(String... colors);

  /** The height in pixels. */
  ChartBuilder height(int pixels);

  /** The width in pixels; without it a chart is as wide as its cell. */
  ChartBuilder width(int pixels);

  /** How many rows are read at most. */
  ChartBuilder limit(int rows);

  /**
   * Reads the data and makes the figure.
   *
   * @return a value that a cell shows as a chart
   * @throws Exception what reading the data threw
   */
  Object figure() throws Exception;
}
