package firesteel.charts.plot;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Holds the settings of a {@link Plot}, with their defaults. */
final class PlotOptions {
  final ChartKind kind;
  final Object data;
  final Map<Role, List<String>> roles = new EnumMap<>(Role.class);
  int limit;

  /** Null when the rows are drawn as they are. */
  Aggregate aggregate;

  String title = "";
  String subtitle = "";

  /** Null when the axis title is the column's name. */
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

  /** Returns the name of a role's only column; null when none was named. */
  String column(Role role) {
    List<String> names = roles.get(role);
    return names == null ? null : names.get(0);
  }
}
