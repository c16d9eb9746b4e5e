package firesteel.charts.plot;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Sets the roles of columns: a part of {@link Plot}. */
abstract class PlotColumns {
  final PlotOptions options;

  PlotColumns(PlotOptions options) {
    this.options = options;
  }

  /** Returns this plot. */
  abstract Plot plot();

  /** Sets the column along the x axis. */
  public Plot x(String column) {
    return set(Role.X, column);
  }

  /** Sets the column or columns along the y axis; several have a colour each. */
  public Plot y(String... columns) {
    return set(Role.Y, columns);
  }

  /** Sets the column that determines the colour. */
  public Plot color(String column) {
    return set(Role.COLOR, column);
  }

  /** Sets the column with the area of points. */
  public Plot size(String column) {
    return set(Role.SIZE, column);
  }

  /** Sets the column with the names of a pie's parts. */
  public Plot names(String column) {
    return set(Role.NAMES, column);
  }

  /**
   * Sets the column with the number of a pie's part, of a sunburst's or treemap's, or of a heat
   * map's cell.
   */
  public Plot values(String column) {
    return set(Role.VALUES, column);
  }

  /**
   * Sets the columns with the levels of a sunburst or treemap, the outermost group first; a null
   * ends a row's path.
   */
  public Plot path(String... columns) {
    return set(Role.PATH, columns);
  }

  /**
   * Sets the column with a country's English name, or its ISO 3166 code of two or three letters.
   */
  public Plot country(String column) {
    return set(Role.COUNTRY, column);
  }

  /**
   * Sets the column with the name in bold beside the pointer, which also identifies points in
   * animations.
   */
  public Plot hoverName(String column) {
    return set(Role.HOVER_NAME, column);
  }

  /** Adds columns to the text beside the pointer. */
  public Plot hover(String... columns) {
    return set(Role.HOVER, columns);
  }

  /** Draws one frame for each value of the column, with a slider and a button that plays them. */
  public Plot animate(String column) {
    return set(Role.ANIMATE, column);
  }

  /** Draws one small chart for each value of the column, all with the same axes. */
  public Plot facet(String column) {
    return set(Role.FACET, column);
  }

  /** Shows the sum of a column's numbers where several rows have the same place. */
  public Plot sum(String column) {
    return aggregate(Aggregate.SUM, column);
  }

  /** Shows the mean of a column's numbers. */
  public Plot mean(String column) {
    return aggregate(Aggregate.MEAN, column);
  }

  /** Shows the median of a column's numbers. */
  public Plot median(String column) {
    return aggregate(Aggregate.MEDIAN, column);
  }

  /** Shows the smallest of a column's numbers. */
  public Plot min(String column) {
    return aggregate(Aggregate.MIN, column);
  }

  /** Shows the largest of a column's numbers. */
  public Plot max(String column) {
    return aggregate(Aggregate.MAX, column);
  }

  /** Shows the number of rows. */
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
