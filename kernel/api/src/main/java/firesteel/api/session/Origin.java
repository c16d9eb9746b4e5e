package firesteel.api.session;

import java.util.Objects;

/**
 * Where a piece of code stands.
 *
 * @param source how messages and stack traces name the place: {@code Cell [3]}, or a file's name
 * @param cell the number of the cell that runs it; 0 for cells that don't count
 * @param line the line of the source on which the code starts, counted from 1
 */
public record Origin(String source, int cell, int line) {
  public Origin {
    Objects.requireNonNull(source, "source");
  }

  /** A place in a cell. */
  public static Origin ofCell(int cell, int line) {
    return new Origin(cellName(cell), cell, line);
  }

  /** How messages name a cell; cells that don't count have no number. */
  public static String cellName(int cell) {
    return cell > 0 ? "Cell [" + cell + "]" : "Cell";
  }

  /** Whether it stands in the cell's own text, and not in a file that the cell runs. */
  public boolean isOfCell() {
    return source.equals(cellName(cell));
  }

  /** The same source, further down. */
  public Origin down(int lines) {
    return new Origin(source, cell, line + lines);
  }
}
