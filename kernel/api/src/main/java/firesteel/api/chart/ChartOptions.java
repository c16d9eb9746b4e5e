package firesteel.api.chart;

import firesteel.api.error.MagicException;
import firesteel.api.session.Session;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/**
 * The options of a chart on a magic's line: the methods of {@link ChartBuilder} as picocli options.
 */
public final class ChartOptions {
  private static final String COLUMN = "COLUMN";
  private static final String COLUMNS = "COLUMN,…";
  private static final String TEXT = "TEXT";
  private static final String N = "N";

  @Option(
      names = "--x",
      paramLabel = COLUMN,
      completionCandidates = ChartColumns.class,
      description = "The column along the x axis.")
  private String x;

  @Option(
      names = "--y",
      paramLabel = COLUMNS,
      split = ",",
      completionCandidates = ChartColumns.class,
      description = "The column along the y axis; each of several columns has a colour.")
  private List<String> y;

  @Option(
      names = "--color",
      paramLabel = COLUMN,
      completionCandidates = ChartColumns.class,
      description = "The column that colours show.")
  private String color;

  @Option(
      names = "--size",
      paramLabel = COLUMN,
      completionCandidates = ChartColumns.class,
      description = "The column of numbers that the area of points shows.")
  private String size;

  @Option(
      names = "--names",
      paramLabel = COLUMN,
      completionCandidates = ChartColumns.class,
      description = "The column with the names of a pie's parts.")
  private String names;

  @Option(
      names = "--values",
      paramLabel = COLUMN,
      completionCandidates = ChartColumns.class,
      description =
          "The column with the numbers of parts or cells: pie, sunburst, treemap, heatmap.")
  private String values;

  @Option(
      names = "--path",
      paramLabel = COLUMNS,
      split = ",",
      completionCandidates = ChartColumns.class,
      description = "The columns that are the levels of a sunburst or treemap.")
  private List<String> path;

  @Option(
      names = "--country",
      paramLabel = COLUMN,
      completionCandidates = ChartColumns.class,
      description = "The column of countries of a choropleth: English names or ISO codes.")
  private String country;

  @Option(
      names = "--hover-name",
      paramLabel = COLUMN,
      completionCandidates = ChartColumns.class,
      description = "The column with the name that stands beside the pointer.")
  private String hoverName;

  @Option(
      names = "--hover",
      paramLabel = COLUMNS,
      split = ",",
      completionCandidates = ChartColumns.class,
      description = "Further columns that stand beside the pointer.")
  private List<String> hover;

  @Option(
      names = "--animate",
      paramLabel = COLUMN,
      completionCandidates = ChartColumns.class,
      description = "The column with a frame of the animation for each value.")
  private String animate;

  @Option(
      names = "--facet",
      paramLabel = COLUMN,
      completionCandidates = ChartColumns.class,
      description = "The column with a small chart for each value.")
  private String facet;

  @Option(
      names = "--facet-columns",
      paramLabel = N,
      description = "How many of the small charts of --facet stand in a row.")
  private Integer facetColumns;

  @Option(
      names = "--sum",
      paramLabel = COLUMN,
      completionCandidates = ChartColumns.class,
      description = "Draws the sum of a column over the rows that share a place.")
  private String sum;

  @Option(
      names = "--mean",
      paramLabel = COLUMN,
      completionCandidates = ChartColumns.class,
      description = "Draws the mean of a column over the rows that share a place.")
  private String mean;

  @Option(
      names = "--median",
      paramLabel = COLUMN,
      completionCandidates = ChartColumns.class,
      description = "Draws the median of a column over the rows that share a place.")
  private String median;

  @Option(
      names = "--min",
      paramLabel = COLUMN,
      completionCandidates = ChartColumns.class,
      description = "Draws the minimum of a column over the rows that share a place.")
  private String min;

  @Option(
      names = "--max",
      paramLabel = COLUMN,
      completionCandidates = ChartColumns.class,
      description = "Draws the maximum of a column over the rows that share a place.")
  private String max;

  @Option(names = "--count", description = "Draws the number of rows that share a place.")
  private boolean count;

  @Option(names = "--stacked", description = "Stacks the bars of several colours.")
  private boolean stacked;

  @Option(names = "--horizontal", description = "Draws bars from left to right.")
  private boolean horizontal;

  @Option(names = "--bins", paramLabel = N, description = "About how many bars a histogram has.")
  private Integer bins;

  @Option(names = "--log-x", description = "Makes the x axis logarithmic.")
  private boolean logX;

  @Option(names = "--log-y", description = "Makes the y axis logarithmic.")
  private boolean logY;

  @Option(
      names = "--x-range",
      paramLabel = "FROM,TO",
      split = ",",
      description = "The ends of the x axis.")
  private List<Double> xRange;

  @Option(
      names = "--y-range",
      paramLabel = "FROM,TO",
      split = ",",
      description = "The ends of the y axis.")
  private List<Double> yRange;

  @Option(names = "--title", paramLabel = TEXT, description = "The title of the chart.")
  private String title;

  @Option(names = "--subtitle", paramLabel = TEXT, description = "The line below the title.")
  private String subtitle;

  @Option(names = "--x-title", paramLabel = TEXT, description = "The title of the x axis.")
  private String xTitle;

  @Option(names = "--y-title", paramLabel = TEXT, description = "The title of the y axis.")
  private String yTitle;

  @Option(
      names = "--colors",
      paramLabel = "COLOR,…",
      split = ",",
      description = "The colours of the chart, such as #0072B2.")
  private List<String> colors;

  @Option(names = "--height", paramLabel = N, description = "The height of the chart in pixels.")
  private Integer height;

  @Option(names = "--width", paramLabel = N, description = "The width of the chart in pixels.")
  private Integer width;

  /** Created by the magic. */
  public ChartOptions() {}

  /**
   * Makes the figure.
   *
   * @param kind the name of a kind of chart
   * @param limit the maximum number of rows that are read; null for the default of charts
   * @return a value that a cell shows as a chart
   * @throws MagicException when the session has no charts, or the data or the options don't fit
   * @throws Exception what reading the data threw
   */
  public Object draw(Session session, String kind, Object data, Integer limit) throws Exception {
    ChartBuilder plot = charts(session).chart(kind, data);
    try {
      apply(plot);
      set(plot, limit, ChartBuilder::limit);
      return plot.figure();
    } catch (IllegalArgumentException e) {
      throw new MagicException(e.getMessage(), e);
    }
  }

  /**
   * Returns the session's charts.
   *
   * @throws MagicException when the session has none
   */
  public static Charts charts(Session session) throws MagicException {
    return session
        .extension(Charts.class)
        .orElseThrow(() -> new MagicException("this kernel runs without its module for charts"));
  }

  private void apply(ChartBuilder plot) {
    set(plot, x, ChartBuilder::x);
    set(plot, array(y), ChartBuilder::y);
    set(plot, color, ChartBuilder::color);
    set(plot, size, ChartBuilder::size);
    set(plot, names, ChartBuilder::names);
    set(plot, values, ChartBuilder::values);
    set(plot, array(path), ChartBuilder::path);
    set(plot, country, ChartBuilder::country);
    set(plot, hoverName, ChartBuilder::hoverName);
    set(plot, array(hover), ChartBuilder::hover);
    set(plot, animate, ChartBuilder::animate);
    set(plot, facet, ChartBuilder::facet);
    set(plot, facetColumns, ChartBuilder::facetColumns);
    setAggregate(plot);
    set(plot, stacked, ChartBuilder::stacked);
    set(plot, horizontal, ChartBuilder::horizontal);
    set(plot, bins, ChartBuilder::bins);
    set(plot, logX, ChartBuilder::logX);
    set(plot, logY, ChartBuilder::logY);
    setRange(plot, xRange, "--x-range", ChartBuilder::xRange);
    setRange(plot, yRange, "--y-range", ChartBuilder::yRange);
    set(plot, title, ChartBuilder::title);
    set(plot, subtitle, ChartBuilder::subtitle);
    set(plot, xTitle, ChartBuilder::xTitle);
    set(plot, yTitle, ChartBuilder::yTitle);
    set(plot, array(colors), ChartBuilder::colors);
    set(plot, height, ChartBuilder::height);
    set(plot, width, ChartBuilder::width);
  }

  private void setAggregate(ChartBuilder plot) {
    set(plot, sum, ChartBuilder::sum);
    set(plot, mean, ChartBuilder::mean);
    set(plot, median, ChartBuilder::median);
    set(plot, min, ChartBuilder::min);
    set(plot, max, ChartBuilder::max);
    set(plot, count, ChartBuilder::count);
    long chosen = Stream.of(sum, mean, median, min, max).filter(Objects::nonNull).count();
    if (chosen + (count ? 1 : 0) > 1) {
      throw new IllegalArgumentException(
          "only one of --sum, --mean, --median, --min, --max and --count can be drawn");
    }
  }

  private static <T> void set(ChartBuilder plot, T value, BiConsumer<ChartBuilder, T> setter) {
    if (value != null) {
      setter.accept(plot, value);
    }
  }

  private static void set(ChartBuilder plot, boolean wanted, Consumer<ChartBuilder> setter) {
    if (wanted) {
      setter.accept(plot);
    }
  }

  /** Sets the ends of an axis. */
  @FunctionalInterface
  private interface RangeSetter {
    ChartBuilder set(ChartBuilder plot, double from, double to);
  }

  private static void setRange(
      ChartBuilder plot, List<Double> range, String option, RangeSetter setter) {
    if (range == null) {
      return;
    }
    if (range.size() != 2) {
      throw new IllegalArgumentException(option + " takes two numbers: " + option + " 0,100");
    }
    setter.set(plot, range.get(0), range.get(1));
  }

  private static String[] array(List<String> names) {
    return names == null ? null : names.toArray(String[]::new);
  }
}
