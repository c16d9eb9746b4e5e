package firesteel.charts.plot;

import java.util.ArrayList;
import java.util.List;

/**
 * One of a chart's small multiples; most charts have only one.
 *
 * @param index from 0 on
 * @param value the value of the facet column
 * @param label the text above it, escaped; empty for the only panel
 * @param xDomain its horizontal range, as fractions of the width
 * @param yDomain its vertical range, as fractions of the height, from below
 * @param first whether it is the first of its row
 * @param last whether no panel is below it
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

  /** Returns the panel of a chart without facets. */
  static Panel only() {
    return new Panel(0, null, "", List.of(0.0, 1.0), List.of(0.0, 1.0), true, true);
  }

  /**
   * Returns panels in rows, from the top left on.
   *
   * @param wanted the number of columns; 0 to choose it
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

  /** Returns its axis as traces name it: {@code x}, {@code x2}. */
  String axis(String letter) {
    return index == 0 ? letter : letter + (index + 1);
  }

  /** Returns its key in the layout: {@code xaxis}, {@code xaxis2}, {@code geo2}. */
  String layoutName(String name) {
    return index == 0 ? name : name + (index + 1);
  }

  Object domain() {
    return FigureJson.object("x", xDomain, "y", yDomain);
  }
}
