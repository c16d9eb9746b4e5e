package firesteel.magics;

import firesteel.api.error.MagicException;
import firesteel.api.magic.MagicContext;
import firesteel.charts.Figure;
import firesteel.charts.plot.ChartKind;
import firesteel.charts.plot.Plot;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** What can be said about a chart on a magic's line: the methods of {@link Plot} as options. */
public final class ChartOptions {
  private static final String COLUMN = "COLUMN";
  private static final String COLUMNS = "COLUMN,…";
  private static final String TEXT = "TEXT";
  private static final String N = "N";

  @Option(
      names = "--x",
      paramLabel = COLUMN,
      completionCandidates = ChartColumns.class,
      description = "Along the x axis.")
  private String x;

  @Option(
      names = "--y",
      paramLabel = COLUMNS,
      split = ",",
      completionCandidates = ChartColumns.class,
      description = "Along the y axis; several columns have a colour each.")
  private List<String> y;

  @Option(
      names = "--color",
      paramLabel = COLUMN,
      completionCandidates = ChartColumns.class,
      description = "What is told by colour.")
  private String color;

  @Option(
      names = "--size",
      paramLabel = COLUMN,
      completionCandidates = ChartColumns.class,
      description = "The number that is a point's area.")
  private String size;

  @Option(
      names = "--names",
      paramLabel = COLUMN,
      completionCandidates = ChartColumns.class,
      description = "What the parts of a pie are called.")
  private String names;

  @Option(
      names = "--values",
      paramLabel = COLUMN,
      completionCandidates = ChartColumns.class,
      description = "The number of a part or a cell: pie, sunburst, treemap, heatmap.")
  private String values;

  @Option(
      names = "--path",
      paramLabel = COLUMNS,
      split = ",",
      completionCandidates = ChartColumns.class,
      description = "The levels of a sunburst or treemap.")
  private List<String> path;

  @Option(
      names = "--country",
      paramLabel = COLUMN,
      completionCandidates = ChartColumns.class,
      description = "The country of a choropleth: an English name or an ISO code.")
  private String country;

  @Option(
      names = "--hover-name",
      paramLabel = COLUMN,
      completionCandidates = ChartColumns.class,
      description = "The name beside the pointer.")
  private String hoverName;

  @Option(
      names = "--hover",
      paramLabel = COLUMNS,
      split = ",",
      completionCandidates = ChartColumns.class,
      description = "More to read beside the pointer.")
  private List<String> hover;

  @Option(
      names = "--animate",
      paramLabel = COLUMN,
      completionCandidates = ChartColumns.class,
      description = "A frame for each value.")
  private String animate;

  @Option(
      names = "--facet",
      paramLabel = COLUMN,
      completionCandidates = ChartColumns.class,
      description = "A small chart for each value.")
  private String facet;

  @Option(names = "--facet-columns", paramLabel = N, description = "How many stand in a row.")
  private Integer facetColumns;

  @Option(
      names = "--sum",
      paramLabel = COLUMN,
      completionCandidates = ChartColumns.class,
      description = "The sum of the rows of one place.")
  private String sum;

  @Option(
      names = "--mean",
      paramLabel = COLUMN,
      completionCandidates = ChartColumns.class,
      description = "Their mean.")
  private String mean;

  @Option(
      names = "--median",
      paramLabel = COLUMN,
      completionCandidates = ChartColumns.class,
      description = "Their median.")
  private String median;

  @Option(
      names = "--min",
      paramLabel = COLUMN,
      completionCandidates = ChartColumns.class,
      description = "The smallest of them.")
  private String min;

  @Option(
      names = "--max",
      paramLabel = COLUMN,
      completionCandidates = ChartColumns.class,
      description = "The largest of them.")
  private String max;

  @Option(names = "--count", description = "How many rows there are.")
  private boolean count;

  @Option(names = "--stacked", description = "Stack bars.")
  private boolean stacked;

  @Option(names = "--horizontal", description = "Draw from left to right.")
  private boolean horizontal;

  @Option(names = "--bins", paramLabel = N, description = "About how many bars a histogram has.")
  private Integer bins;

  @Option(names = "--log-x", description = "A logarithmic x axis.")
  private boolean logX;

  @Option(names = "--log-y", description = "A logarithmic y axis.")
  private boolean logY;

  @Option(
      names = "--x-range",
      paramLabel = "FROM,TO",
      split = ",",
      description = "From where to where the x axis goes.")
  private List<Double> xRange;

  @Option(
      names = "--y-range",
      paramLabel = "FROM,TO",
      split = ",",
      description = "From where to where the y axis goes.")
  private List<Double> yRange;

  @Option(names = "--title", paramLabel = TEXT, description = "The title.")
  private String title;

  @Option(names = "--subtitle", paramLabel = TEXT, description = "A line below it.")
  private String subtitle;

  @Option(names = "--x-title", paramLabel = TEXT, description = "The title of the x axis.")
  private String xTitle;

  @Option(names = "--y-title", paramLabel = TEXT, description = "The title of the y axis.")
  private String yTitle;

  @Option(
      names = "--colors",
      paramLabel = "COLOR,…",
      split = ",",
      description = "The colours, such as #0072B2.")
  private List<String> colors;

  @Option(names = "--height", paramLabel = N, description = "In pixels.")
  private Integer height;

  @Option(names = "--width", paramLabel = N, description = "In pixels.")
  private Integer width;

  @Option(names = "--limit", paramLabel = N, description = "How many rows are read at most.")
  private Integer limit;

  /**
   * Makes the figure.
   *
   * @throws MagicException when the data or the options don't fit the chart
   * @throws Exception what reading the data threw
   */
  Figure draw(ChartKind kind, Object data, MagicContext context) throws Exception {
    try {
      return plot(kind, data).figure();
    } catch (IllegalArgumentException e) {
      throw new MagicException(e.getMessage(), e);
    }
  }

  private Plot plot(ChartKind kind, Object data) {
    Plot plot = Plot.of(kind, data);
    set(plot, x, Plot::x);
    set(plot, array(y), Plot::y);
    set(plot, color, Plot::color);
    set(plot, size, Plot::size);
    set(plot, names, Plot::names);
    set(plot, values, Plot::values);
    set(plot, array(path), Plot::path);
    set(plot, country, Plot::country);
    set(plot, hoverName, Plot::hoverName);
    set(plot, array(hover), Plot::hover);
    set(plot, animate, Plot::animate);
    set(plot, facet, Plot::facet);
    set(plot, facetColumns, Plot::facetColumns);
    setAggregate(plot);
    set(plot, stacked, Plot::stacked);
    set(plot, horizontal, Plot::horizontal);
    set(plot, bins, Plot::bins);
    set(plot, logX, Plot::logX);
    set(plot, logY, Plot::logY);
    setRange(plot, xRange, "--x-range", Plot::xRange);
    setRange(plot, yRange, "--y-range", Plot::yRange);
    set(plot, title, Plot::title);
    set(plot, subtitle, Plot::subtitle);
    set(plot, xTitle, Plot::xTitle);
    set(plot, yTitle, Plot::yTitle);
    set(plot, array(colors), Plot::colors);
    set(plot, height, Plot::height);
    set(plot, width, Plot::width);
    set(plot, limit, Plot::limit);
    return plot;
  }

  private void setAggregate(Plot plot) {
    set(plot, sum, Plot::sum);
    set(plot, mean, Plot::mean);
    set(plot, median, Plot::median);
    set(plot, min, Plot::min);
    set(plot, max, Plot::max);
    set(plot, count, Plot::count);
    long chosen = Stream.of(sum, mean, median, min, max).filter(Objects::nonNull).count();
    if (chosen + (count ? 1 : 0) > 1) {
      throw new IllegalArgumentException(
          "only one of --sum, --mean, --median, --min, --max and --count can be drawn");
    }
  }

  private static <T> void set(Plot plot, T value, BiFunction<Plot, T, Plot> setter) {
    if (value != null) {
      setter.apply(plot, value);
    }
  }

  private static void set(Plot plot, boolean wanted, UnaryOperator<Plot> setter) {
    if (wanted) {
      setter.apply(plot);
    }
  }

  /** Sets the ends of an axis. */
  @FunctionalInterface
  private interface RangeSetter {
    Plot set(Plot plot, double from, double to);
  }

  private static void setRange(Plot plot, List<Double> range, String option, RangeSetter setter) {
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
