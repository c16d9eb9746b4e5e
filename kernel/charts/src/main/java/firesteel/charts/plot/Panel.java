package firesteel.charts.plot;

import java.util.ArrayList;
import java.util.List;

/**
 * One of the small multiples of a chart; the only one of most charts.
 *
 * @param index from 0 on
 * @param value of the facet column
 * @param label as shown above it, escaped; empty for an only one
 * @param xDomain from where to where it goes, in parts of the width
 * @param yDomain in parts of the height, from below
 * @param first whether it is the first of its row
 * @param last whether none stands below it
 */
record Panel(
    int index,
    Object value,
    String label,
    List<Double> xDomain,
    List<Double> yDomain,
    boolean first,
    boolean last) {
  private static final int MAX_COLUMNS = 4;
  private static final double GAP = 0.035;

  /** The only one. */
  static Panel only() {
    return new Panel(0, null, "", List.of(0.0, 1.0), List.of(0.0, 1.0), true, true);
  }

  /**
   * Panels in rows, from the top left on.
   *
   * @param wanted how many columns; 0 for as many as look well
   */
  static List<Panel> grid(List<Object> values, int wanted) {
    int columns = columns(values.size(), wanted);
    int rows = rows(values.size(), wanted);
    double gapBelow = Math.min(0.12, 0.25 / rows);
    double width = (1 - GAP * (columns - 1)) / columns;
    double height = (1 - gapBelow * (rows - 1)) / rows;
    List<Panel> panels = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      double left = i % columns * (width + GAP);
      int row = i / columns;
      double top = 1 - row * (height + gapBelow);
      panels.add(
          new Panel(
              i,
              values.get(i),
              FigureText.escape(Column.labelOf(values.get(i))),
              List.of(left, Math.min(1, left + width)),
              List.of(Math.max(0, top - height), top),
              i % columns == 0,
              i + columns >= values.size()));
    }
    return panels;
  }

  static int rows(int panels, int wanted) {
    int columns = columns(panels, wanted);
    return (panels + columns - 1) / columns;
  }

  private static int columns(int panels, int wanted) {
    int most = wanted > 0 ? wanted : Math.min(MAX_COLUMNS, (int) Math.ceil(Math.sqrt(panels)));
    return Math.max(1, Math.min(panels, most));
  }

  /** Its axis as traces name it: {@code x}, {@code x2}. */
  String axis(String letter) {
    return index == 0 ? letter : letter + (index + 1);
  }

  /** Its part of the layout: {@code xaxis}, {@code xaxis2}, {@code geo2}. */
  String layoutName(String name) {
    return index == 0 ? name : name + (index + 1);
  }

  Object domain() {
    return FigureJson.object("x", xDomain, "y", yDomain);
  }
}
