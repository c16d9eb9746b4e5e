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
 * map from names to columns, which are lists or arrays. Columns are named by the parts that they
 * play ({@code x}, {@code y}, {@code color}, …); data that has just the columns that a chart needs
 * needs no names. A plot is a cell's value as it is; {@link #figure()} makes the figure.
 *
 * <p>Numbers and dates have axes of numbers and dates, all else is a category; categories stand in
 * the order in which they come. What has no place on an axis (null, NaN, infinities) is left out
 * and counted in the subtitle; in a line it is a gap. At most {@value #DEFAULT_LIMIT} rows are read
 * ({@link #limit}); a chart of fewer rows than there are says so in its subtitle.
 *
 * <p>Nothing is combined unless it is said: {@link #sum}, {@link #mean}, {@link #median}, {@link
 * #min}, {@link #max} and {@link #count} do it in Java, with the rows that were read. For a large
 * Dataset let Spark do it: {@code Plot.bar(df.groupBy("year").sum("income"))}.
 *
 * <p>A builder: each method changes it and returns it. Not thread-safe. A column that isn't there
 * is an {@link IllegalArgumentException} of {@link #figure()} that names those that there are.
 */
public final class Plot extends PlotColumns implements ChartBuilder {
  /** How many rows are read unless {@link #limit} says otherwise. */
  public static final int DEFAULT_LIMIT = 10_000;

  private Plot(ChartKind kind, Object data) {
    super(new PlotOptions(Objects.requireNonNull(kind, "kind"), data));
    options.limit = DEFAULT_LIMIT;
  }

  @Override
  Plot plot() {
    return this;
  }

  /** A chart of some kind. */
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
   * The names of the columns that a chart of this data could have, for completion: reads no rows,
   * runs no job and throws nothing.
   *
   * @return empty when they can't be known that way
   */
  public static List<String> columnsOf(Object data) {
    return RawTable.columnNames(data);
  }

  /** Bars: {@code x}, {@code y}; grouped by {@code color}, or stacked. */
  public static Plot bar(Object data) {
    return new Plot(ChartKind.BAR, data);
  }

  /** Bars of two columns, each a list or an array. */
  public static Plot bar(Object x, Object y) {
    return of(ChartKind.BAR, "x", x, "y", y);
  }

  /** Lines: {@code x}, one or several {@code y}, one line a {@code color}. */
  public static Plot line(Object data) {
    return new Plot(ChartKind.LINE, data);
  }

  /** A line of two columns, each a list or an array. */
  public static Plot line(Object x, Object y) {
    return of(ChartKind.LINE, "x", x, "y", y);
  }

  /** Points: {@code x}, {@code y}; a number as {@code color} makes a colour scale. */
  public static Plot scatter(Object data) {
    return new Plot(ChartKind.SCATTER, data);
  }

  /** Points of two columns, each a list or an array. */
  public static Plot scatter(Object x, Object y) {
    return of(ChartKind.SCATTER, "x", x, "y", y);
  }

  /** Bubbles: {@code x}, {@code y} and {@code size}, which is their area. */
  public static Plot bubble(Object data) {
    return new Plot(ChartKind.BUBBLE, data);
  }

  /** How often values of {@code x} occur. */
  public static Plot histogram(Object data) {
    return new Plot(ChartKind.HISTOGRAM, data);
  }

  /** Boxes: median, quartiles and outliers of {@code y}, one a group in {@code x}. */
  public static Plot box(Object data) {
    return new Plot(ChartKind.BOX, data);
  }

  /** Violins: the density of {@code y}, one a group in {@code x}. */
  public static Plot violin(Object data) {
    return new Plot(ChartKind.VIOLIN, data);
  }

  /** A grid of {@code x} and {@code y}, with the number {@code values} as colour. */
  public static Plot heatmap(Object data) {
    return new Plot(ChartKind.HEATMAP, data);
  }

  /** A pie: {@code names} and {@code values}; rows of one name are one part. */
  public static Plot pie(Object data) {
    return new Plot(ChartKind.PIE, data);
  }

  /** A pie of two columns, each a list or an array. */
  public static Plot pie(Object names, Object values) {
    return of(ChartKind.PIE, "names", names, "values", values);
  }

  /** Rings: {@code path} names the columns from the inside out, {@code values} the number. */
  public static Plot sunburst(Object data) {
    return new Plot(ChartKind.SUNBURST, data);
  }

  /** Nested rectangles: {@code path} names the columns from the outside in, {@code values}. */
  public static Plot treemap(Object data) {
    return new Plot(ChartKind.TREEMAP, data);
  }

  /**
   * The world's countries: {@code country} is an English name or an ISO code, {@code color} a
   * number or a category. What can't be placed is listed below the map.
   */
  public static Plot choropleth(Object data) {
    return new Plot(ChartKind.CHOROPLETH, data);
  }

  /** How many small charts stand in a row. */
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

  /** Draws from left to right: what is along x stands upright. */
  @Override
  public Plot horizontal() {
    requireKind("horizontal", ChartKind.BAR, ChartKind.BOX, ChartKind.VIOLIN, ChartKind.HISTOGRAM);
    options.horizontal = true;
    return this;
  }

  /** About how many bars a histogram has; round limits go first. */
  @Override
  public Plot bins(int bins) {
    requireKind("bins", ChartKind.HISTOGRAM);
    options.bins = positive(bins, "bins");
    return this;
  }

  /** A logarithmic x axis; it has no place for zero and negative numbers. */
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

  /** A logarithmic y axis. */
  @Override
  public Plot logY() {
    requireAxes("logY");
    options.yLog = true;
    return this;
  }

  /** From where to where the x axis goes. */
  @Override
  public Plot xRange(double from, double to) {
    requireAxes("xRange");
    options.xRange = new double[] {from, to};
    return this;
  }

  /** From where to where the y axis goes. */
  @Override
  public Plot yRange(double from, double to) {
    requireAxes("yRange");
    options.yRange = new double[] {from, to};
    return this;
  }

  /** The title above the chart; may have Plotly's tags, such as {@code <b>} and {@code <br>}. */
  @Override
  public Plot title(String title) {
    options.title = Objects.requireNonNull(title, "title");
    return this;
  }

  /** A line below the title. */
  @Override
  public Plot subtitle(String subtitle) {
    options.subtitle = Objects.requireNonNull(subtitle, "subtitle");
    return this;
  }

  /** The title of the x axis, in place of the column's name. */
  @Override
  public Plot xTitle(String title) {
    requireAxes("xTitle");
    options.xTitle = Objects.requireNonNull(title, "title");
    return this;
  }

  /** The title of the y axis, in place of the column's name. */
  @Override
  public Plot yTitle(String title) {
    requireAxes("yTitle");
    options.yTitle = Objects.requireNonNull(title, "title");
    return this;
  }

  /** The colours, in the order of the legend, such as {@code "#0072B2"} or {@code "teal"}. */
  @Override
  public Plot colors(String... colors) {
    if (colors.length == 0) {
      throw new IllegalArgumentException("colors needs at least one colour");
    }
    options.colors = List.of(colors);
    return this;
  }

  /** The height in pixels. */
  @Override
  public Plot height(int pixels) {
    options.height = positive(pixels, "height");
    return this;
  }

  /** The width in pixels; without it a chart is as wide as its cell. */
  @Override
  public Plot width(int pixels) {
    options.width = positive(pixels, "width");
    return this;
  }

  /** How many rows are read at most. */
  @Override
  public Plot limit(int rows) {
    options.limit = positive(rows, "limit");
    return this;
  }

  /**
   * Makes the figure: reads the data once, of a Dataset by one job.
   *
   * @throws IllegalArgumentException when the data is no table, a column isn't there, or the chart
   *     can't be drawn of what it holds; the message says what to do
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
