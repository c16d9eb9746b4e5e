package firesteel.api.session;

import java.util.Objects;

/**
 * The position of a piece of code: source, cell and line.
 *
 * @param source the name of the source in messages and stack traces: {@code Cell [3]}, or a file's
 *     name
 * @param cell the number of the cell that runs it; 0 for cells that don't count
 * @param line the line of the source on which the code starts, counted from 1
 */
public record Origin(String source, int cell, int line) {
  public Origin {
    Objects.requireNonNull(source, "source");
  }

  /** Returns a position in a cell. */
  public static Origin ofCell(int cell, int line) {
    return new Origin(cellName(cell), cell, line);
  }

  /** Returns the name of a cell in messages; cells that don't count have no number. */
  public static String cellName(int cell) {
    return cell > 0 ? "Cell [" + cell + "]" : "Cell";
  }

  /** Returns whether the code stands in the cell itself and not in a file that the cell runs. */
  public boolean isOfCell() {
    return source.equals(cellName(cell));
  }

  /** Returns the position this many lines further down. */
  public Origin down(int lines) {
    return new Origin(source, cell, line + lines);
  }
}
