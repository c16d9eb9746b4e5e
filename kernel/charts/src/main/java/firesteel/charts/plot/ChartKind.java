package firesteel.charts.plot;

import static firesteel.charts.plot.Role.ANIMATE;
import static firesteel.charts.plot.Role.COLOR;
import static firesteel.charts.plot.Role.COUNTRY;
import static firesteel.charts.plot.Role.FACET;
import static firesteel.charts.plot.Role.HOVER;
import static firesteel.charts.plot.Role.HOVER_NAME;
import static firesteel.charts.plot.Role.NAMES;
import static firesteel.charts.plot.Role.PATH;
import static firesteel.charts.plot.Role.SIZE;
import static firesteel.charts.plot.Role.VALUES;
import static firesteel.charts.plot.Role.X;
import static firesteel.charts.plot.Role.Y;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The kinds of charts that {@link Plot} draws. */
public enum ChartKind {
  /** A bar for each row, grouped or stacked by colour. */
  BAR(Y, List.of(X, Y), List.of(COLOR, HOVER_NAME, HOVER, ANIMATE, FACET)),
  /** Lines along x, one for each colour. */
  LINE(Y, List.of(X, Y), List.of(COLOR, HOVER_NAME, HOVER, ANIMATE, FACET)),
  /** Points. */
  SCATTER(Y, List.of(X, Y), List.of(COLOR, SIZE, HOVER_NAME, HOVER, ANIMATE, FACET)),
  /** Points whose area is a number. */
  BUBBLE(Y, List.of(X, Y, SIZE), List.of(COLOR, HOVER_NAME, HOVER, ANIMATE, FACET)),
  /** The frequency of values. */
  HISTOGRAM(null, List.of(X), List.of(COLOR, ANIMATE, FACET)),
  /** Median, quartiles and outliers. */
  BOX(null, List.of(Y), List.of(X, COLOR, HOVER_NAME, ANIMATE, FACET)),
  /** The density of values, with the median and quartiles. */
  VIOLIN(null, List.of(Y), List.of(X, COLOR, HOVER_NAME, ANIMATE, FACET)),
  /** A number as the colour of a cell. */
  HEATMAP(VALUES, List.of(X, Y, VALUES), List.of(ANIMATE, FACET)),
  /** Parts of a whole. */
  PIE(VALUES, List.of(NAMES, VALUES), List.of(ANIMATE, FACET)),
  /** Parts of parts of a whole, as rings. */
  SUNBURST(VALUES, List.of(PATH, VALUES), List.of(ANIMATE, FACET)),
  /** Parts of parts of a whole, as rectangles. */
  TREEMAP(VALUES, List.of(PATH, VALUES), List.of(ANIMATE, FACET)),
  /** The countries of the world, coloured by a value. */
  CHOROPLETH(COLOR, List.of(COUNTRY, COLOR), List.of(HOVER_NAME, HOVER, ANIMATE, FACET));

  private final Role measure;
  private final Set<Role> required;
  private final Set<Role> roles;

  ChartKind(Role measure, List<Role> required, List<Role> optional) {
    this.measure = measure;
    this.required = EnumSet.copyOf(required);
    this.roles = EnumSet.copyOf(required);
    this.roles.addAll(optional);
  }

  /** The name that users write: {@code bar}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Finds a kind by name, in any case; empty when there is none. */
  public static Optional<ChartKind> of(String label) {
    return Arrays.stream(values()).filter(kind -> kind.label().equalsIgnoreCase(label)).findFirst();
  }

  /**
   * Returns the role of the numbers that an aggregate combines; null for the kinds that count by
   * themselves.
   */
  Role measure() {
    return measure;
  }

  Set<Role> required() {
    return required;
  }

  /** Returns all roles that a chart of this kind has. */
  Set<Role> roles() {
    return roles;
  }

  boolean isCartesian() {
    return roles.contains(X);
  }
}
