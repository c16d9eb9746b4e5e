package firesteel.api.chart;

/**
 * Builds a chart; each method sets one property and returns this builder. {@link #figure()} throws
 * an {@link IllegalArgumentException} for a column that the data doesn't have or a property that
 * the kind of chart doesn't support; its message lists what there is. Not thread-safe.
 */
public interface ChartBuilder {
  /** Sets the column of the x axis. */
  ChartBuilder x(String column);

  /** Sets the columns of the y axis; each of several columns has its own colour. */
  ChartBuilder y(String... columns);

  /** Sets the column whose values are shown by colour. */
  ChartBuilder color(String column);

  /** Sets the column of numbers that are shown as the area of points. */
  ChartBuilder size(String column);

  /** Sets the column with the names of a pie's parts. */
  ChartBuilder names(String column);

  /**
   * Sets the column of numbers for the parts of a pie, sunburst or treemap, or for the cells of a
   * heat map.
   */
  ChartBuilder values(String column);

  /**
   * Sets the columns that are the levels of a sunburst or treemap, from the outermost on; a null
   * ends a row's path.
   */
  ChartBuilder path(String... columns);

  /** Sets the column of countries: English names, or ISO 3166 codes of two or three letters. */
  ChartBuilder country(String column);

  /**
   * Sets the column whose value is shown in bold beside the pointer; animations also identify a
   * point by it.
   */
  ChartBuilder hoverName(String column);

  /** Sets further columns that are shown beside the pointer. */
  ChartBuilder hover(String... columns);

  /** Draws one animation frame for each value of the column, with a slider and a play button. */
  ChartBuilder animate(String column);

  /** Draws one small chart for each value of the column, all with the same axes. */
  ChartBuilder facet(String column);

  /** Draws the sum of a column over the rows that share a place. */
  ChartBuilder sum(String column);

  /** Draws the mean of a column over the rows that share a place. */
  ChartBuilder mean(String column);

  /** Draws the median of a column over the rows that share a place. */
  ChartBuilder median(String column);

  /** Draws the minimum of a column over the rows that share a place. */
  ChartBuilder min(String column);

  /** Draws the maximum of a column over the rows that share a place. */
  ChartBuilder max(String column);

  /** Draws the number of rows that share a place. */
  ChartBuilder count();

  /** Sets how many of the small charts of {@link #facet} stand in a row. */
  ChartBuilder facetColumns(int columns);

  /** Stacks bars instead of grouping them. */
  ChartBuilder stacked();

  /** Draws bars from left to right. */
  ChartBuilder horizontal();

  /** Sets about how many bars a histogram has; the bars start at round numbers. */
  ChartBuilder bins(int bins);

  /** Makes the x axis logarithmic; zero and negative numbers are then left out. */
  ChartBuilder logX();

  /** Makes the y axis logarithmic. */
  ChartBuilder logY();

  /** Sets the ends of the x axis. */
  ChartBuilder xRange(double from, double to);

  /** Sets the ends of the y axis. */
  ChartBuilder yRange(double from, double to);

  /**
   * Sets the title above the chart; it may contain Plotly's tags, such as {@code <b>} and {@code
   * <br>}.
   */
  ChartBuilder title(String title);

  /** Sets the line below the title. */
  ChartBuilder subtitle(String subtitle);

  /** Sets the title of the x axis; by default it is the column's name. */
  ChartBuilder xTitle(String title);

  /** Sets the title of the y axis; by default it is the column's name. */
  ChartBuilder yTitle(String title);

  /** Sets the colours, in the order of the legend, such as {@code "#0072B2"} or {@code "teal"}. */
  ChartBuilder colors(String... colors);

  /** Sets the height in pixels. */
  ChartBuilder height(int pixels);

  /** Sets the width in pixels; by default a chart is as wide as its cell. */
  ChartBuilder width(int pixels);

  /** Sets the maximum number of rows that are read. */
  ChartBuilder limit(int rows);

  /**
   * Reads the data and makes the figure.
   *
   * @return a value that a cell shows as a chart
   * @throws Exception what reading the data threw
   */
  Object figure() throws Exception;
}
