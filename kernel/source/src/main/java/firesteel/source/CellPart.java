package firesteel.source;

/** A part of a cell that runs as a unit. Lines count from 1 within the cell. */
public sealed interface CellPart {
  /**
   * Java, of any number of snippets.
   *
   * @param text the Java
   * @param offset where it starts in the cell, UTF-16 units
   * @param line the line on which it starts
   */
  record Java(String text, int offset, int line) implements CellPart {}

  /**
   * A line magic.
   *
   * @param name without the percent sign
   * @param arguments the rest of the line
   */
  record LineMagic(String name, String arguments, int line) implements CellPart {}

  /**
   * A question about a name or a call, {@code x.y?} or {@code ?x.y}.
   *
   * @param code the code that it asks about
   */
  record Question(String code, int line) implements CellPart {}

  /** A shell line, without its exclamation mark. */
  record Shell(String command, int line) implements CellPart {}

  /**
   * A cell magic; it is the whole cell.
   *
   * @param body the text below the first line
   * @param bodyLine the line on which the body starts
   */
  record CellMagic(String name, String arguments, String body, int bodyLine) implements CellPart {}

  /**
   * The first line of a cell magic that isn't the first line of the cell: an error.
   *
   * @param name without the percent signs
   */
  record MisplacedMagic(String name, int line) implements CellPart {}
}
