package firesteel.charts.plot;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** The part of {@link Plot} that says what the columns are in the chart. */
abstract class PlotColumns {
  final PlotOptions options;

  PlotColumns(PlotOptions options) {
    this.options = options;
  }

  /** This plot. */
  abstract Plot plot();

  /** The column along the x axis. */
  public Plot x(String column) {
    return set(Role.X, column);
  }

  /** The column, or the columns, along the y axis; several have a colour each. */
  public Plot y(String... columns) {
    return set(Role.Y, columns);
  }

  /** The column that is told by colour. */
  public Plot color(String column) {
    return set(Role.COLOR, column);
  }

  /** The number that is a point's area. */
  public Plot size(String column) {
    return set(Role.SIZE, column);
  }

  /** What the parts of a pie are called. */
  public Plot names(String column) {
    return set(Role.NAMES, column);
  }

  /** The number of a pie's part, of a sunburst's or treemap's, or of a heat map's cell. */
  public Plot values(String column) {
    return set(Role.VALUES, column);
  }

  /** The levels of a sunburst or treemap, the whole first; a null ends a row's path. */
  public Plot path(String... columns) {
    return set(Role.PATH, columns);
  }

  /** A country's English name, or its ISO 3166 code of two or three letters. */
  public Plot country(String column) {
    return set(Role.COUNTRY, column);
  }

  /** The name in bold beside the pointer; in animations also what a point is known by. */
  public Plot hoverName(String column) {
    return set(Role.HOVER_NAME, column);
  }

  /** More columns beside the pointer. */
  public Plot hover(String... columns) {
    return set(Role.HOVER, columns);
  }

  /** One frame a value of the column, with a slider and a button that plays them. */
  public Plot animate(String column) {
    return set(Role.ANIMATE, column);
  }

  /** One small chart a value of the column, all with the same axes. */
  public Plot facet(String column) {
    return set(Role.FACET, column);
  }

  /** The sum of a column's numbers, where several rows fall into one place. */
  public Plot sum(String column) {
    return aggregate(Aggregate.SUM, column);
  }

  /** The mean of a column's numbers. */
  public Plot mean(String column) {
    return aggregate(Aggregate.MEAN, column);
  }

  /** The median of a column's numbers. */
  public Plot median(String column) {
    return aggregate(Aggregate.MEDIAN, column);
  }

  /** The smallest of a column's numbers. */
  public Plot min(String column) {
    return aggregate(Aggregate.MIN, column);
  }

  /** The largest of a column's numbers. */
  public Plot max(String column) {
    return aggregate(Aggregate.MAX, column);
  }

  /** How many rows there are. */
  public Plot count() {
    measure("count()");
    options.aggregate = Aggregate.COUNT;
    return plot();
  }

  private Plot aggregate(Aggregate aggregate, String column) {
    Role measure = measure(aggregate.label());
    options.aggregate = aggregate;
    return set(measure, column);
  }

  private Role measure(String what) {
    Role measure = options.kind.measure();
    if (measure == null) {
      throw new IllegalArgumentException(
          "a " + options.kind.label() + " is of all rows: it has no use for " + what);
    }
    return measure;
  }

  private Plot set(Role role, String... columns) {
    if (!options.kind.roles().contains(role)) {
      throw new IllegalArgumentException(
          "a %s chart has no %s; it has %s"
              .formatted(
                  options.kind.label(),
                  role.label(),
                  String.join(", ", options.kind.roles().stream().map(Role::label).toList())));
    }
    if (columns.length == 0) {
      throw new IllegalArgumentException(role.label() + " needs the name of a column");
    }
    Arrays.stream(columns).forEach(column -> Objects.requireNonNull(column, role.label()));
    options.roles.put(role, List.of(columns));
    return plot();
  }
}
