package firesteel.engine.bytecode;

import java.util.Objects;

/**
 * Maps the lines of a snippet's class to lines of its cell.
 *
 * @param sourceName the name that stack traces show in place of a file, such as {@code Cell [3]}
 * @param lines for each line of the class's own source (index 0 is line 1) the line in the cell,
 *     counted from 1
 */
public record SourceLines(String sourceName, int[] lines) {
  public SourceLines {
    Objects.requireNonNull(sourceName, "sourceName");
    Objects.requireNonNull(lines, "lines");
  }

  int lineOf(int classLine) {
    int index = Math.max(0, Math.min(classLine - 1, lines.length - 1));
    return lines.length == 0 ? classLine : lines[index];
  }
}
