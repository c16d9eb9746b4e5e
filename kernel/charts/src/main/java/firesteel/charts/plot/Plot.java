package firesteel.charts.plot;

import firesteel.api.chart.ChartBuilder;
import firesteel.charts.Figure;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A chart in one line: {@code Plot.bar(df).x("year").y("income").color("continent")}.
 *
 * <p>The data is a Dataset, a Tablesaw table, a JDBC result, a list of records, beans or maps, or a
 * map from names to columns, which are lists or arrays. Columns are named by their roles ({@code
 * x}, {@code y}, {@code color}, …); data with exactly the columns that a chart needs needs no
 * names. A cell shows a plot that is its value; {@link #figure()} creates the figure.
 *
 * <p>Numbers and dates have axes of numbers and dates, all other values are categories; categories
 * are in the order in which they come. Values that an axis can't show (null, NaN, infinities) are
 * left out and counted in the subtitle; in a line they are gaps. At most {@value #DEFAULT_LIMIT}
 * rows are read ({@link #limit}); a chart of fewer rows than there are says so in its subtitle.
 *
 * <p>Rows are combined only on request: {@link #sum}, {@link #mean}, {@link #median}, {@link #min},
 * {@link #max} and {@link #count} do it in Java, with the rows that were read. For a large Dataset
 * let Spark do it: {@code Plot.bar(df.groupBy("year").sum("income"))}.
 *
 * <p>A builder: each method changes it and returns it. Not thread-safe. For a missing column {@link
 * #figure()} throws an {@link IllegalArgumentException} that names the existing ones.
 */
public final class Plot extends PlotColumns implements ChartBuilder {
  /** The number of rows that are read unless {@link #limit} sets another. */
  public static final int DEFAULT_LIMIT = 10_000;

  private Plot(ChartKind kind, Object data) {
    super(new PlotOptions(Objects.requireNonNull(kind, "kind"), data));
    options.limit = DEFAULT_LIMIT;
  }

  @Override
  Plot plot() {
    return this;
  }

  /** Returns a chart of some kind. */
  public static Plot of(ChartKind kind, Object data) {
    return new Plot(kind, data);
  }

  private static Plot of(ChartKind kind, String first, Object a, String second, Object b) {
    Map<String, Object> columns = new LinkedHashMap<>();
    columns.put(first, a);
    columns.put(second, b);
    return new Plot(kind, columns);
  }

  /**
   * Returns the names of the columns of the data, for completion: reads no rows, runs no job and
   * throws nothing.
   *
   * @return empty when they can't be known without that
   */
  public static List<String> columnsOf(Object data) {
    return RawTable.columnNames(data);
  }

  /** Returns bars: {@code x}, {@code y}; grouped by {@code color}, or stacked. */
  public static Plot bar(Object data) {
    return new Plot(ChartKind.BAR, data);
  }

  /** Returns bars of two columns, each a list or an array. */
  public static Plot bar(Object x, Object y) {
    return of(ChartKind.BAR, "x", x, "y", y);
  }

  /** Returns lines: {@code x}, one or several {@code y}, one line for each {@code color}. */
  public static Plot line(Object data) {
    return new Plot(ChartKind.LINE, data);
  }

  /** Returns a line of two columns, each a list or an array. */
  public static Plot line(Object x, Object y) {
    return of(ChartKind.LINE, "x", x, "y", y);
  }

  /** Returns points: {@code x}, {@code y}; a number as {@code color} makes a colour scale. */
  public static Plot scatter(Object data) {
    return new Plot(ChartKind.SCATTER, data);
  }

  /** Returns points of two columns, each a list or an array. */
  public static Plot scatter(Object x, Object y) {
    return of(ChartKind.SCATTER, "x", x, "y", y);
  }

  /** Returns bubbles: {@code x}, {@code y} and {@code size}, which is their area. */
  public static Plot bubble(Object data) {
    return new Plot(ChartKind.BUBBLE, data);
  }

  /** Returns the frequencies of the values of {@code x}. */
  public static Plot histogram(Object data) {
    return new Plot(ChartKind.HISTOGRAM, data);
  }

  /**
   * Returns boxes: median, quartiles and outliers of {@code y}, one for each group in {@code x}.
   */
  public static Plot box(Object data) {
    return new Plot(ChartKind.BOX, data);
  }

  /** Returns violins: the density of {@code y}, one for each group in {@code x}. */
  public static Plot violin(Object data) {
    return new Plot(ChartKind.VIOLIN, data);
  }

  /** Returns a grid of {@code x} and {@code y}, with the number {@code values} as colour. */
  public static Plot heatmap(Object data) {
    return new Plot(ChartKind.HEATMAP, data);
  }

  /** Returns a pie: {@code names} and {@code values}; rows of one name are one part. */
  public static Plot pie(Object data) {
    return new Plot(ChartKind.PIE, data);
  }

  /** Returns a pie of two columns, each a list or an array. */
  public static Plot pie(Object names, Object values) {
    return of(ChartKind.PIE, "names", names, "values", values);
  }

  /**
   * Returns rings: {@code path} names the columns from the inside out, {@code values} the number.
   */
  public static Plot sunburst(Object data) {
    return new Plot(ChartKind.SUNBURST, data);
  }

  /**
   * Returns nested rectangles: {@code path} names the columns from the outside in, {@code values}
   * the number.
   */
  public static Plot treemap(Object data) {
    return new Plot(ChartKind.TREEMAP, data);
  }

  /**
   * Returns a map of the world's countries: {@code country} is an English name or an ISO code,
   * {@code color} a number or a category. Countries that aren't on the map are listed below it.
   */
  public static Plot choropleth(Object data) {
    return new Plot(ChartKind.CHOROPLETH, data);
  }

  /** Sets the number of small charts in a row. */
  @Override
  public Plot facetColumns(int columns) {
    options.facetColumns = positive(columns, "facetColumns");
    return this;
  }

  /** Stacks bars instead of grouping them. */
  @Override
  public Plot stacked() {
    requireKind("stacked", ChartKind.BAR);
    options.stacked = true;
    return this;
  }

  /** Draws bars from left to right: the column along x is on the vertical axis. */
  @Override
  public Plot horizontal() {
    requireKind("horizontal", ChartKind.BAR, ChartKind.BOX, ChartKind.VIOLIN, ChartKind.HISTOGRAM);
    options.horizontal = true;
    return this;
  }

  /** Sets the approximate number of bars of a histogram; round limits take precedence. */
  @Override
  public Plot bins(int bins) {
    requireKind("bins", ChartKind.HISTOGRAM);
    options.bins = positive(bins, "bins");
    return this;
  }

  /** Makes the x axis logarithmic; it can't show zero and negative numbers. */
  @Override
  public Plot logX() {
    requireAxes("logX");
    if (options.kind == ChartKind.HISTOGRAM) {
      throw new IllegalArgumentException(
          "a histogram's bars have one width, so its x axis can't be logarithmic: make a column"
              + " of the logarithm");
    }
    options.xLog = true;
    return this;
  }

  /** Makes the y axis logarithmic. */
  @Override
  public Plot logY() {
    requireAxes("logY");
    options.yLog = true;
    return this;
  }

  /** Sets the range of the x axis. */
  @Override
  public Plot xRange(double from, double to) {
    requireAxes("xRange");
    options.xRange = new double[] {from, to};
    return this;
  }

  /** Sets the range of the y axis. */
  @Override
  public Plot yRange(double from, double to) {
    requireAxes("yRange");
    options.yRange = new double[] {from, to};
    return this;
  }

  /**
   * Sets the title above the chart; may have Plotly's tags, such as {@code <b>} and {@code <br>}.
   */
  @Override
  public Plot title(String title) {
    options.title = Objects.requireNonNull(title, "title");
    return this;
  }

  /** Sets a line below the title. */
  @Override
  public Plot subtitle(String subtitle) {
    options.subtitle = Objects.requireNonNull(subtitle, "subtitle");
    return this;
  }

  /** Sets the title of the x axis, in place of the column's name. */
  @Override
  public Plot xTitle(String title) {
    requireAxes("xTitle");
    options.xTitle = Objects.requireNonNull(title, "title");
    return this;
  }

  /** Sets the title of the y axis, in place of the column's name. */
  @Override
  public Plot yTitle(String title) {
    requireAxes("yTitle");
    options.yTitle = Objects.requireNonNull(title, "title");
    return this;
  }

  /** Sets the colours, in the order of the legend, such as {@code "#0072B2"} or {@code "teal"}. */
  @Override
  public Plot colors(String... colors) {
    if (colors.length == 0) {
      throw new IllegalArgumentException("colors needs at least one colour");
    }
    options.colors = List.of(colors);
    return this;
  }

  /** Sets the height in pixels. */
  @Override
  public Plot height(int pixels) {
    options.height = positive(pixels, "height");
    return this;
  }

  /** Sets the width in pixels; the default is the cell's width. */
  @Override
  public Plot width(int pixels) {
    options.width = positive(pixels, "width");
    return this;
  }

  /** Sets the maximum number of rows that are read. */
  @Override
  public Plot limit(int rows) {
    options.limit = positive(rows, "limit");
    return this;
  }

  /**
   * Creates the figure: reads the data once, of a Dataset by one job.
   *
   * @throws IllegalArgumentException when the data is not a table, a column is missing, or the data
   *     doesn't fit the chart; the message says what to do
   * @throws Exception what reading the data threw
   */
  @Override
  public Figure figure() throws Exception {
    return new FigureMaker(options).make();
  }

  @Override
  public String toString() {
    return options.kind.label() + " chart" + (options.title.isEmpty() ? "" : ": " + options.title);
  }

  private void requireAxes(String method) {
    if (!options.kind.isCartesian()) {
      throw new IllegalArgumentException(
          "a " + options.kind.label() + " chart has no axes for " + method);
    }
  }

  private void requireKind(String method, ChartKind... kinds) {
    if (!List.of(kinds).contains(options.kind)) {
      throw new IllegalArgumentException(
          "%s is for %s charts, not for a %s chart"
              .formatted(
                  method,
                  String.join(", ", Arrays.stream(kinds).map(ChartKind::label).toList()),
                  options.kind.label()));
    }
  }

  private static int positive(int number, String name) {
    if (number < 1) {
      throw new IllegalArgumentException(name + " must be at least 1, not " + number);
    }
    return number;
  }
}
