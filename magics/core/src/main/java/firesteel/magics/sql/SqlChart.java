package firesteel.magics.sql;

import firesteel.api.error.MagicException;
import firesteel.api.error.NearestNames;
import firesteel.charts.Figure;
import firesteel.charts.plot.ChartKind;
import firesteel.charts.plot.Plot;
import java.util.Arrays;
import java.util.List;

/** The result of a statement as a chart. */
final class SqlChart {
  private SqlChart() {}

  /** The kind that the options name. */
  static ChartKind kind(SqlOptions options) throws MagicException {
    String name = options.chart();
    List<String> all = Arrays.stream(ChartKind.values()).map(ChartKind::label).toList();
    List<String> near = NearestNames.of(name, all);
    return ChartKind.of(name)
        .orElseThrow(
            () ->
                new MagicException(
                    "there is no chart \"%s\"%s The kinds are %s"
                        .formatted(
                            name,
                            near.isEmpty()
                                ? "."
                                : "; did you mean " + String.join(" or ", near) + "?",
                            String.join(", ", all))));
  }

  /** Draws rows as the options say. */
  static Figure draw(SqlOptions options, Object rows) throws Exception {
    Plot plot = Plot.of(kind(options), rows);
    try {
      if (options.x() != null) {
        plot.x(options.x());
      }
      if (!options.y().isEmpty()) {
        plot.y(options.y().toArray(String[]::new));
      }
      if (options.color() != null) {
        plot.color(options.color());
      }
      if (options.title() != null) {
        plot.title(options.title());
      }
      if (options.limit() != null) {
        plot.limit(options.limit());
      }
      return plot.figure();
    } catch (IllegalArgumentException e) {
      throw new MagicException(e.getMessage(), e);
    }
  }
}
