package firesteel.charts.plot;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What a {@link Plot} was told; the defaults where it was told nothing. */
final class PlotOptions {
  final ChartKind kind;
  final Object data;
  final Map<Role, List<String>> roles = new EnumMap<>(Role.class);
  int limit;

  /** Null when the rows are drawn as they are. */
  Aggregate aggregate;

  String title = "";
  String subtitle = "";

  /** Null where the column's name is the axis title. */
  String xTitle;

  String yTitle;

  /** Null where the data decides. */
  double[] xRange;

  double[] yRange;
  boolean xLog;
  boolean yLog;
  boolean stacked;
  boolean horizontal;

  /** 0 where the data decides. */
  int bins;

  int facetColumns;
  int width;
  int height;
  List<String> colors = Palette.COLORS;

  PlotOptions(ChartKind kind, Object data) {
    this.kind = kind;
    this.data = data;
  }

  /** The name of a role's only column; null when none was named. */
  String column(Role role) {
    List<String> names = roles.get(role);
    return names == null ? null : names.get(0);
  }
}
